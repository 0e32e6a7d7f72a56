import type { Effect } from '../../core/aggregate';
import { sayTime } from '../../core/calendar';
import { promise } from '../../core/effects';
import type { Session } from './model';

/** Who hosts a class, who did, and the office hear of a change; pure. */

const CONSOLE = '/packages/office/console/console?id=';
const HOSTING = '/packages/office/hosting/hosting';
const SHEET = '/packages/academic/class/class?id=';

const isPlanned = ({ shelf }: Session) => shelf === 'hidden';

/** The office hears that a class has no host; `version` keeps one loss from being taken for another. */
export function tellHostGone(session: Session, invocation: string, now: number): Session {
  const planned = isPlanned(session);
  const data = {
    role: 'office',
    title: '有节课没班主任了',
    text: `${sayTime(session.startsAt, now)}的《${session.title}》，班主任不带了。${planned ? '另选一位' : '名单、点名教务先接着，也能另选一位'}`,
    // Where another is chosen; the roster is one tap from there.
    link: `${SHEET}${session._id}`,
  };
  const effect = promise(`${session._id}:host_gone:${session.version}`, 'tell_role', data, invocation, now);
  return { ...session, effects: [...session.effects, effect] };
}

/**
 * 换班主任: who hosted it hears that they need not come, who hosts it now what waits for them. `version`
 * keeps a class that is handed to and fro from being taken for one message.
 */
export function tellHandedOver(before: Session, after: Session, invocation: string, now: number): Session {
  if (after.hostId === before.hostId) return after;
  const what = `${sayTime(after.startsAt, now)}在${after.venueName ?? '教学点'}的《${after.title}》`;
  const told = (to: string, side: 'was' | 'is', title: string, text: string, link: string): Effect => {
    const data = { to, template: 'class', title, text, link, urgent: false };
    return promise(`${after._id}:handed:${side}:${before.version}`, 'notify', data, invocation, now);
  };
  const effects: Effect[] = [];
  if (before.hostId !== null)
    effects.push(
      told(before.hostId, 'was', '这节课不用您带了', `${what}，教务换了班主任，名单不用您管了`, HOSTING),
    );
  if (after.hostId !== null)
    effects.push(
      told(
        after.hostId,
        'is',
        '请您带一节课',
        `${what}，教务请您当班主任。${waitsFor(after)}`,
        isPlanned(after) ? `${SHEET}${after._id}` : `${CONSOLE}${after._id}`,
      ),
    );
  return { ...after, effects: [...after.effects, ...effects] };
}

/** What the new host finds there. */
function waitsFor(session: Session): string {
  if (isPlanned(session)) return '还没发布，发布了再告诉您';
  const asks = session.holders.filter((one) => one.correction?.answer === null).length;
  const seated = session.holders.length === 0 ? '还没有人报名' : `坐下 ${session.holders.length} 位`;
  return asks === 0 ? seated : `${seated}，有 ${asks} 位说来了没登上，等您回一句`;
}
