import type { Callback } from '../../../contract/people';
import { steady } from '../../../lib/text';
import { dayTime } from '../../../lib/time';

export interface CallLine {
  id: string;
  name: string;
  sample: boolean;
  hasPhone: boolean;
  news: { id: string; title: string; text: string; when: string; link: string }[];
}

/** What to say on the telephone, in the order in which it came. */
export function callLines(items: readonly Callback[], now: number): CallLine[] {
  return items.map(({ id, name, sample, hasPhone, news }) => ({
    id,
    name: name === '' ? '没留称呼' : name,
    sample,
    hasPhone,
    news: news.map(({ id: key, at, title, text, link }) => ({
      id: key,
      title,
      text: steady(text),
      when: dayTime(at, now),
      link,
    })),
  }));
}
