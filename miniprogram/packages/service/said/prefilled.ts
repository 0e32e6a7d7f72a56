import type { SubmitInput } from '../../../contract/submit';

type Shopping = NonNullable<SubmitInput['shopping']>;

/** What the composer begins with when somebody came from the catalogue, so that nothing has to be typed. */
export function wordsFor(title: string): string {
  return `想办：${title}`;
}

/** Of a list to buy (S69). */
export function listWords({ list }: Shopping): string {
  return `代购：${list.join('、')}`;
}

/** Still the words that an item or a list put there: nobody has said or changed anything. */
export function isPrefilled(said: {
  text: string;
  recording: object | null;
  itemTitle: string;
  shopping: Shopping | null | undefined;
}): boolean {
  if (said.recording !== null) return false;
  const { text, itemTitle, shopping } = said;
  return (
    (itemTitle !== '' && text === wordsFor(itemTitle)) || (shopping != null && text === listWords(shopping))
  );
}
