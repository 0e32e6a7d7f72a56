/** What one edition says otherwise than the one before it, for who reads it: old words and new ones, side by side. */

/** One place: `was` '' is something new, `now` '' something taken out. */
export interface Change {
  was: string;
  now: string;
}

/** A sentence with the marks that end it, or a line of a rule. */
const SENTENCE = /[^。！？；\n]+[。！？；]*[”’」』）)]*/g;

export function sentencesOf(text: string): string[] {
  return (text.match(SENTENCE) ?? []).map((one) => one.trim()).filter((one) => one !== '');
}

/**
 * Sentence by sentence, in the order of the text; what stayed is left out. Sentences that follow each other are one place.
 *
 *     手机静音。来晚了走后门。有话举手。
 *     手机静音。来晚了先招手。有话举手。完了擦黑板。
 *       ──► { was: '来晚了走后门。', now: '来晚了先招手。' }, { was: '', now: '完了擦黑板。' }
 */
export function changesIn(was: string, now: string): Change[] {
  const before = sentencesOf(was);
  const after = sentencesOf(now);
  const kept = keptFrom(before, after);
  const places: Change[] = [];
  let place: Change = { was: '', now: '' };
  const end = () => {
    if (place.was !== '' || place.now !== '') places.push(place);
    place = { was: '', now: '' };
  };
  let [left, right] = [0, 0];
  while (left < before.length || right < after.length) {
    if (left < before.length && right < after.length && before[left] === after[right]) {
      end();
      left += 1;
      right += 1;
    } else if (
      left < before.length &&
      (right === after.length || kept(left + 1, right) >= kept(left, right + 1))
    ) {
      place.was += before[left];
      left += 1;
    } else {
      place.now += after[right];
      right += 1;
    }
  }
  end();
  return places;
}

/** How many sentences can stay from here on: the longest common subsequence. Rules have a few hundred sentences at most. */
function keptFrom(
  before: readonly string[],
  after: readonly string[],
): (left: number, right: number) => number {
  const width = after.length + 1;
  const most = new Uint16Array((before.length + 1) * width);
  const at = (left: number, right: number) => most[left * width + right] ?? 0;
  for (let left = before.length - 1; left >= 0; left -= 1)
    for (let right = after.length - 1; right >= 0; right -= 1)
      most[left * width + right] =
        before[left] === after[right]
          ? at(left + 1, right + 1) + 1
          : Math.max(at(left + 1, right), at(left, right + 1));
  return at;
}
