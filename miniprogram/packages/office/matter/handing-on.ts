import { call, serverNow } from '../../../api/call';
import type { Draft } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import type { Sending } from '../../../api/sheet';
import type { RefusalCode } from '../../../contract/errors';
import type { RequestView } from '../../../contract/service';
import { pageBelow } from '../../../device/open';
import { type Form, isNodding, type MatterLook, matterLook } from './matter.view';
import { NOTHING, type Written } from './written';

/** As much of the page of one matter as handing it on needs. */
interface MatterPage {
  readonly data: { readonly busy: boolean; readonly written: Written; readonly view: MatterLook | null };
  setData(change: object): void;
  readonly id: string;
  readonly draft: Pick<Draft<Written>, 'drop'>;
  show(view: RequestView): void;
  load(): Promise<void>;
  /** The same words go out again under the same rid; other ones are another intention. */
  sending(form: object): Sending;
}

/** What is shown does not stand there any more. */
const MOVED_ON: readonly RefusalCode[] = ['NOT_NOW', 'STALE', 'NOT_FOUND', 'AGREED_ALREADY'];

/** Sends it, then opens the next one that waits. @param done what is said of it then */
export async function handOn(
  page: MatterPage,
  done: string,
  form: object,
  send: (rid: string) => Promise<RequestView>,
): Promise<void> {
  if (page.data.busy) return;
  page.setData({ busy: true, trouble: '', wrong: '', news: '' });
  const sending = page.sending({ done, ...form });
  try {
    const title = page.data.written.title || page.data.view?.title;
    const view = await send(sending.rid());
    sending.accepted();
    page.draft.drop();
    page.setData({ sheet: '', written: NOTHING });
    await next(page, `${done}：${title ?? ''}`, view);
  } catch (failure) {
    if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    if (failure instanceof Refused) sending.refused();
    page.setData({
      trouble: saysOf(failure),
      wrong: failure instanceof Refused ? (failure.field ?? '') : '',
    });
    // Somebody else was quicker, or the household said more: what stands there now is read anew, what was written stays.
    if (failure instanceof Refused && MOVED_ON.includes(failure.code)) await page.load();
  } finally {
    page.setData({ busy: false });
  }
}

async function next(page: MatterPage, news: string, view: RequestView): Promise<void> {
  const { waiting } = isNodding(pageBelow())
    ? { waiting: [] }
    : await call('desk.triage', { communityId: null }).catch(() => ({ waiting: [] }));
  const [other] = waiting.filter(({ id }) => id !== page.id);
  if (other === undefined) {
    page.show(view);
    page.setData({ news, newsTone: 'pine' });
    await wx.pageScrollTo({ scrollTop: 0 });
  } else
    await wx.redirectTo({
      url: `/packages/office/matter/matter?id=${other.id}&news=${encodeURIComponent(`${news}。接着看这件`)}`,
    });
}

/** The matter as it stands, with what was written here before filled in. */
export function filledIn(view: RequestView, form: Form, written: Written) {
  return {
    state: 'ready' as const,
    view: matterLook(view, form, serverNow()),
    written: {
      ...written,
      title: written.title || view.title,
      category: written.category || (view.category ?? ''),
    },
  };
}
