import { load } from '../../../../api/cache';
import { Refused, Unreachable } from '../../../../api/failures';
import { type PackageLine, packageLines } from '../../survey/survey.view';

/** At most so many in the menu; the rest is on the page of the survey. */
const SHOWN = 3;

/**
 * 给您配的 above the menu: the recommended courses with their reasons, or the way to 课前问需 for who has
 * not answered. Nothing where recommending is turned off, and nothing while it cannot be read: the
 * menu stands without it.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  data: { ask: false, lines: [] as PackageLine[] },
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
      try {
        const { output } = await load('survey.get', {});
        this.setData({
          ask: output.answers === null && output.recommends,
          lines: packageLines(output).slice(0, SHOWN),
        });
      } catch (failure) {
        if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      }
    },
  },
});
