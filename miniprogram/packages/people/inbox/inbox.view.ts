import type { InboxItem } from '../../../contract/people';
import { steady } from '../../../lib/text';
import { dayTime } from '../../../lib/time';

export interface MessageLine {
  id: string;
  title: string;
  text: string;
  when: string;
  link: string;
  unread: boolean;
}

/** @param now by the server's clock, epoch ms. */
export function messageLine(item: InboxItem, now: number): MessageLine {
  return {
    id: item.id,
    title: item.title,
    text: steady(item.text),
    when: dayTime(item.at, now),
    link: item.link,
    unread: !item.read,
  };
}
