import { load } from '../../../../api/cache';
import { serverNow } from '../../../../api/call';
import { Refused, Unreachable } from '../../../../api/failures';
import { confirmedText, type RelayLine, relayLines } from './relay.view';

/**
 * 学用接力: after a class (`session`) up to three matters of neighbours that fit it, and what residents
 * confirmed; for a `course` only the latter. The page stands without it.
 *   session: id of a class · course: id of a course
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    session: { type: String, value: '' },
    course: { type: String, value: '' },
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
      const { session, course } = this.data;
      try {
        if (session !== '') {
          const { output } = await load('relay.session', { id: session });
          this.setData({
            lines: relayLines(output, serverNow()),
            confirmed: confirmedText(output.confirmed),
          });
        } else if (course !== '') {
          const { output } = await load('relay.course', { id: course });
          this.setData({ confirmed: confirmedText(output.confirmed) });
        }
      } catch (failure) {
        if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      }
    },
  },
});
