import type { ServiceItemView } from '../../../contract/catalogue';
import type { SubmitInput } from '../../../contract/submit';
import { kindOfCategory } from '../../../lib/say/classify';
import { isPrefilled, listWords, wordsFor } from './prefilled';
import { isSaid, type Said } from './said';

/** Own words stay; only what an item put there before is replaced. */
export function fromItem(
  said: Said,
  item: Pick<ServiceItemView, 'id' | 'title' | 'category'>,
  child: SubmitInput['child'] | null,
): Partial<Said> {
  const untouched = !isSaid(said) || isPrefilled(said);
  return {
    text: untouched ? wordsFor(item.title) : said.text,
    kind: kindOfCategory(item.category),
    kindGiven: true,
    category: item.category,
    itemId: item.id,
    itemTitle: item.title,
    child,
    shopping: null,
  };
}

/** A list to buy (S69). */
export function fromList(said: Said, shopping: NonNullable<SubmitInput['shopping']>): Partial<Said> {
  const untouched = !isSaid(said) || isPrefilled(said);
  return {
    text: untouched ? listWords(shopping) : said.text,
    kind: 'errand',
    kindGiven: true,
    category: 'errand',
    itemId: '',
    itemTitle: '',
    child: null,
    shopping,
  };
}
