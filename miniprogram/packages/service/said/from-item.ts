import type { ServiceItemView } from '../../../contract/catalogue';
import type { SubmitInput } from '../../../contract/service';
import { kindOfCategory } from '../../../lib/say/classify';
import { isSaid, type Said } from './said';

/** What the composer begins with when somebody came from the catalogue, so that nothing has to be typed. */
export function wordsFor(title: string): string {
  return `想办：${title}`;
}

/** Own words stay; only what an item put there before is replaced. */
export function fromItem(
  said: Said,
  item: Pick<ServiceItemView, 'id' | 'title' | 'category'>,
  child: SubmitInput['child'] | null,
): Partial<Said> {
  const untouched = !isSaid(said) || said.text === wordsFor(said.itemTitle);
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
  const words = `代购：${shopping.list.join('、')}`;
  const untouched = !isSaid(said) || said.text.startsWith('代购：') || said.text === wordsFor(said.itemTitle);
  return {
    text: untouched ? words : said.text,
    kind: 'errand',
    kindGiven: true,
    category: 'errand',
    itemId: '',
    itemTitle: '',
    child: null,
    shopping,
  };
}
