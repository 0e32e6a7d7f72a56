import { load } from '../../../../api/cache';
import { serverNow } from '../../../../api/call';
import { Refused, Unreachable } from '../../../../api/failures';
import { confirmedText, type RelayLine, relayLines } from './relay.view';

/**
 * 学用接力: after a class (`session`) up to three matters of neighbours that fit it, and what residents
 * confirmed; a course page says the latter itself, from what it has read. The page stands without it.
 *   session: id of a class · said: what residents confirmed of a course
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    session: { type: String, value: '' },
    said: { type: String, value: '' },
  },
  data: { lines: [] as RelayLine[], confirmed: '' },
  lifetimes: {
    attached() {
      void this.read();
    },
  },
  pageLifetimes: {
    show() {
      void this.read();
    },
  },
  methods: {
    async read() {
      const { session } = this.data;
      if (session === '') return;
      try {
        const { output } = await load('relay.session', { id: session });
        this.setData({ lines: relayLines(output, serverNow()), confirmed: confirmedText(output.confirmed) });
      } catch (failure) {
        if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      }
    },
  },
});
