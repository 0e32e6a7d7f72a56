import type { InboxItem } from '../../../contract/people';
import { dayTime } from '../../../lib/time';

export interface MessageLine {
  id: string;
  title: string;
  text: string;
  when: string;
  link: string;
  unread: boolean;
  label: string;
}

/** @param now by the server's clock, epoch ms. */
export function messageLine(item: InboxItem, now: number): MessageLine {
  const when = dayTime(item.at, now);
  const start = item.read ? '' : '没看过，';
  return {
    id: item.id,
    title: item.title,
    text: item.text,
    when,
    link: item.link,
    unread: !item.read,
    label: `${start}${item.title}，${item.text}，${when}`,
  };
}
