import { ring, tell } from '../../../device/ask';
import { counterOf } from '../../../device/counter';
import { UNKNOWN } from '../../../lib/text';

/** Rings this number, else the counter's own; a number that nobody has filled in yet is said to be missing. */
export async function dial(phone: string, communityId: string | null = null): Promise<void> {
  const counter = counterOf(communityId);
  const number = phone === '' ? counter.phone : phone;
  if (number === null) await tell(`社区电话${UNKNOWN}，还没有人填上。急事请直接打 120、119、110`);
  else ring(number);
}
