import { type Draft, draftOf } from '../../../api/drafts';
import { outbox, type QueuedItem } from '../../../api/outbox';
import { NOTHING_SAID, type Said } from '../said/said';
import { saidAgain } from '../said/said-again';

/** The draft that 说一句话 and 对一下 share, and the rid under which it goes up. */
export interface Composer {
  draft: Draft<Said>;
  rid(): string;
  /** `?edit=…` for the other page, '' for the usual draft. */
  query: string;
  /** For going back to 说一句话 with what stands there. */
  back: string;
}

/**
 * @param edit rid of what came back refused and waits in the outbox: it is taken over into a draft of its
 *   own and goes up under the same rid again, which replaces what waits. '' for a new sentence.
 */
export function composerFor(edit: string): Composer {
  if (edit === '') {
    const draft = draftOf('say', NOTHING_SAID);
    return { draft, rid: () => draft.rid(), query: '', back: '?back=1' };
  }
  const draft = draftOf(`say:${edit}`, NOTHING_SAID);
  const item = outbox.state().items.find(({ rid }: QueuedItem) => rid === edit);
  const untouched = draft.read().text === '' && draft.read().recording === null;
  if (item !== undefined && untouched) draft.keep(saidAgain(item));
  return { draft, rid: () => edit, query: `?edit=${edit}`, back: `?edit=${edit}` };
}
