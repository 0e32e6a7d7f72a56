import { Refused, saysOf, Unreachable } from './failures';
import { troubleOf } from './trouble';

/**
 * What the pages about oneself and one's family share: they show what is so now, do one thing at a time, and say what
 * came of it. The page keeps its `refresh`, its words and its forms; its data has `state`, `offline`, `busy`, `trouble`
 * and `said`. `desk-page.ts` is the same for the desks, whose commands are drafts.
 */
interface OwnPage {
  readonly data: { readonly busy: boolean };
  setData(change: object): void;
}

/** Reads and shows. @param more what this page says besides when it could not */
export async function shownOrSaid(
  page: Pick<OwnPage, 'setData'>,
  read: () => Promise<void>,
  more: (failure: unknown) => object = () => ({}),
): Promise<void> {
  try {
    await read();
  } catch (failure) {
    // Also a refusal stands here: what was shown is not to be seen any more.
    page.setData({ state: 'error', offline: troubleOf(failure).offline, ...more(failure) });
  }
}

/** One step at a time. @param refused the server has read it and said no: the next try is another intention */
export async function oneStep(
  page: OwnPage,
  step: () => Promise<void>,
  refused: () => void = () => undefined,
): Promise<void> {
  if (page.data.busy) return;
  page.setData({ busy: true, trouble: '', said: '' });
  try {
    await step();
  } catch (failure) {
    if (failure instanceof Refused) refused();
    page.setData({ trouble: saysOf(failure) });
    if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
  } finally {
    page.setData({ busy: false });
  }
}
