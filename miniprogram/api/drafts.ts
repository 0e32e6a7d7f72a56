import { newRid } from './call';
import { createDraft, type Draft } from './draft-box';
import { storage } from './storage';

export type { Draft } from './draft-box';

/**
 * `const draft = draftOf('say', { text: '', when: '' })`: one for each composer, by name.
 * `draft.keep({ text })` at each input event, `draft.rid()` for the call, `draft.drop()` when it was accepted.
 */
export function draftOf<Content extends object>(name: string, empty: Content): Draft<Content> {
  return createDraft(storage, name, empty, newRid);
}
