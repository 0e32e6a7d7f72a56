import { POLICIES, REVIEW_STAGES } from '@contract/words';
import { promise } from '../../core/effects';
import { type ContentDraft, titleOf } from './model';

/** Whose turn it is after a step hears of it; the third reading makes it public. Pure. */
export function followed(draft: ContentDraft, by: string, now: number): ContentDraft {
  const title = titleOf(draft.body, POLICIES);
  const link = `/packages/academic/draft/draft?id=${draft._id}`;
  const key = `${draft._id}:${draft.round}:${draft.state}:${draft.readings.length}`;
  const tell = (role: string, words: string) =>
    promise(`${key}:ask`, 'tell_role', { role, title: words, text: title, link }, by, now);
  const back = (words: string, text: string) =>
    promise(
      `${key}:told`,
      'notify',
      { to: draft.writerId, template: 'progress', title: words, text, link, urgent: false },
      by,
      now,
    );
  switch (draft.state) {
    case 'first':
      return add(draft, tell('office', `等${REVIEW_STAGES.first}`));
    case 'second':
    case 'final':
      return add(draft, tell('committee', `等${REVIEW_STAGES[draft.state]}`));
    case 'approved':
      return add(
        draft,
        promise(`${draft._id}:publish`, 'content_publish', { draftId: draft._id }, by, now),
        back('审过了，放出去了', title),
      );
    case 'editing':
    case 'dropped':
      return draft.readings.at(-1)?.passed === false && draft.state === 'editing'
        ? add(draft, back('退回来了，改一改', `${title}：${draft.readings.at(-1)?.reason ?? ''}`))
        : draft;
  }
}

const add = (draft: ContentDraft, ...effects: ContentDraft['effects']): ContentDraft => ({
  ...draft,
  effects: [...draft.effects, ...effects],
});
