import { sayTime } from '../../core/calendar';
import { hears } from './group';
import type { Session } from './model';
import { tell } from './notices';

/** What an edit means for who comes: one sentence for one edit, however much of it changed; pure. */

/** Most things that a sentence names. */
const NAMED = 3;

/** Chairs are not news to who has one, and who waits is asked when one is free. '' when nothing concerns them. */
export function editWords(before: Session, after: Session): string {
  const family = after.familyWelcome ? '家属能一起来了' : '这回只请本人来';
  return [
    same(before.bring, after.bring) ? '' : listed(after.bring, '要带', '样', '啥也不用带'),
    same(before.agenda, after.agenda) ? '' : listed(after.agenda, '要聊', '件', '聊啥到时候定'),
    before.familyWelcome === after.familyWelcome ? '' : family,
  ]
    .filter((word) => word !== '')
    .join('；');
}

/** Whoever has a seat, an offer or a place in the line hears it once for this edit. */
export function tellEdited(before: Session, after: Session, invocation: string, now: number): Session {
  const words = editWords(before, after);
  if (words === '') return after;
  const others = [...after.offers, ...after.queue].map(({ personId }) => personId);
  const text = `${sayTime(after.startsAt, now)}的《${after.title}》改了一点：${words}`;
  const key = `edited:${after.editedAtVersion}`;
  const effects = [...new Set([...after.holders.map(hears), ...others])].map((to) => {
    const effect = tell(after, to, key, '课上有点变动', text, invocation, now);
    // What to bring can be read later; that the class is called off cannot.
    return { ...effect, data: { ...effect.data, keepsLast: true } };
  });
  return { ...after, effects: [...after.effects, ...effects] };
}

function listed(all: readonly string[], head: string, unit: string, none: string): string {
  if (all.length === 0) return none;
  const more = all.length > NAMED ? `等 ${all.length} ${unit}` : '';
  return `${head}：${all.slice(0, NAMED).join('、')}${more}`;
}

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((line, place) => line === other[place]);
