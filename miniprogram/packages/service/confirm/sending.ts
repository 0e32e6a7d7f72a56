import { Refused, saysOf } from '../../../api/failures';
import { outbox } from '../../../api/outbox';
import type { Composer } from '../lib/composer';
import { submitInput } from '../said/input';
import { type Said, titleOf } from '../said/said';
import { type Open, troubleLook } from './trouble.view';

/** As much of 对一下 as handing in needs. */
interface SendingPage {
  readonly data: { readonly busy: boolean } & Open;
  setData(change: object, done?: () => void): void;
  readonly composer: Composer;
  /** The server has said no to what stands there: a change makes it a new intention. */
  refused: boolean;
}

/** Off it goes: to the matter's own page, or into the outbox of this phone; `waiting` is the rid under which it waits. */
export async function sendFrom(page: SendingPage, said: Said): Promise<void> {
  if (page.data.busy) return;
  const { draft, rid } = page.composer;
  page.setData({ busy: true, trouble: '', wrong: '' });
  const letter = { rid: rid(), title: titleOf(said), recording: said.recording };
  try {
    const posted = await outbox.post('request.submit', submitInput(said), letter);
    // What waits is in the outbox now, and only there.
    draft.drop();
    if (posted.waits) page.setData({ waiting: letter.rid });
    else await wx.redirectTo({ url: `../request/request?id=${posted.output.id}&fresh=1` });
  } catch (failure) {
    page.refused = failure instanceof Refused;
    refuseAt(page, saysOf(failure), failure instanceof Refused ? failure.field : '');
  } finally {
    page.setData({ busy: false });
  }
}

/** Says why, shows where, keeps everything. @param field as the server names it */
export function refuseAt(page: Pick<SendingPage, 'data' | 'setData'>, says: string, field: string): void {
  const shown = troubleLook(says, field, page.data);
  const at = shown.troubleAt === 'rows' ? { selector: '#trouble' } : { scrollTop: 0 };
  page.setData(shown, () => wx.pageScrollTo(at));
}
