import { wasOnline } from '../../../api/network';
import { canHear, hear } from '../../../api/speech';
import type { Alarm } from '../lib/alarm';
import type { Composer } from '../lib/composer';
import type { Said } from '../said/said';

/** As much of 对一下 as listening needs. */
interface ListeningPage {
  setData(change: { hearing: boolean }): void;
  show(): void;
  keep(change: Partial<Said>): void;
  readonly composer: Composer;
  readonly alarm: Alarm;
}

/** Only spoken, and the operator has speech to text: the words are written down, to read, to put right, to sort by. */
export async function listenFrom(page: ListeningPage): Promise<void> {
  const { draft } = page.composer;
  const { recording, text, heard } = draft.read();
  if (recording === null || text !== '' || heard !== '' || !canHear() || !wasOnline()) return;
  page.setData({ hearing: true });
  const words = await hear(recording.path, page.composer.rid());
  page.setData({ hearing: false });
  const now = draft.read();
  // Meanwhile it may have been handed in, said anew, or written by hand.
  if (words === '' || now.text !== '' || now.recording?.path !== recording.path) return;
  draft.keep({ text: words, heard: words });
  page.show();
  const danger = page.alarm.finish(words, now.calm);
  if (danger !== null) page.keep({ calm: [...now.calm, danger] });
}
