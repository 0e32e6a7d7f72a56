import type { Draft } from './draft-box';
import { Refused, saysOf, Unreachable } from './failures';
import { shown } from './show';

/**
 * What every desk page of one thing does: read it, give it one command, say what came of it. The page keeps
 * `load`, `show` and its forms; its data has `state`, `offline`, `gone`, `view`, `busy`, `wrong`, `news`, `newsTone`.
 */
interface DeskPage<View> {
  readonly data: { readonly state: string; readonly busy: boolean };
  setData(change: object): void;
  show(view: View): void;
  load(): Promise<void>;
  readonly draft: Pick<Draft<object>, 'rid' | 'drop' | 'renew'>;
}

/** Shows what was read, as `shown` does. */
export async function readInto<View>(
  page: Pick<DeskPage<View>, 'data' | 'setData' | 'show'>,
  read: Promise<View>,
): Promise<void> {
  await shown(page, async () => page.show(await read));
}

/**
 * One command under the rid of the page's draft. Accepted: the draft is dropped, `closed` (the form's fields) and
 * the sentence are set. Refused: what stands there now is read anew and the sentence says why. Without an answer
 * the same rid is sent again by the next tap.
 */
export async function giveFrom<View>(
  page: DeskPage<View>,
  command: (rid: string) => Promise<View>,
  done: string,
  closed: object,
): Promise<void> {
  if (page.data.busy) return;
  page.setData({ busy: true, wrong: '', news: '' });
  try {
    page.show(await command(page.draft.rid()));
    page.draft.drop();
    page.setData({ ...closed, news: done, newsTone: 'pine' });
  } catch (failure) {
    if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    if (failure instanceof Refused) {
      page.draft.renew();
      await page.load();
    }
    page.setData({ wrong: saysOf(failure), news: saysOf(failure), newsTone: 'rust' });
  } finally {
    page.setData({ busy: false });
  }
}
