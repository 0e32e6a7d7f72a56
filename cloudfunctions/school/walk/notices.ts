import type { Effect } from '../../core/aggregate';
import { sayDay } from '../../core/calendar';
import { promise } from '../../core/effects';
import type { WalkStep } from './machine';
import { OFFICE_DESK, type Walk } from './model';

/** Who hears what of a walk, as effects of the update that changed it; pure. */

interface Turn {
  now: number;
  invocation: string;
}

const PAGE = '/packages/school/walk/walk?id=';

const half = (walk: Walk) => (walk.half === 'morning' ? '上午' : '下午');

function tell(walk: Walk, to: string, key: string, title: string, text: string, turn: Turn): Effect {
  const data = { to, template: 'visit', title, text, link: `${PAGE}${walk._id}`, urgent: false };
  return promise(`${walk._id}:${key}:${to}`, 'notify', data, turn.invocation, turn.now);
}

/** The storyteller hears that somebody asks; what the office answers waits on its desk. */
export function tellAsked(walk: Walk, turn: Turn): Effect[] {
  if (walk.desk === OFFICE_DESK) return [];
  const text = `${sayDay(walk.startsAt, turn.now)}${half(walk)}，${walk.size} 个人想来听。行不行，点进来说一声`;
  return [tell(walk, walk.desk, 'asked', '有人想听您讲', text, turn)];
}

export function noticeOf(walk: Walk, command: WalkStep, turn: Turn): Effect | null {
  const when = `${sayDay(walk.startsAt, turn.now)}${half(walk)}`;
  const why = walk.reason === '' ? '' : `：${walk.reason}`;
  switch (command) {
    case 'confirm':
      return tell(walk, walk.bookerId, command, '约好了', `${when}去${walk.stopName}，社区带您去`, turn);
    case 'decline':
      return tell(
        walk,
        walk.bookerId,
        command,
        '这回去不成',
        `${when}去${walk.stopName}，去不成了${why}。换一天，或者看看别的站`,
        turn,
      );
    case 'lapse':
      return tell(
        walk,
        walk.bookerId,
        command,
        '没等到回话',
        `${when}去${walk.stopName}，一直没等到回话，先退给您。换一天，或者打社区电话`,
        turn,
      );
    case 'cancel':
      return walk.desk === OFFICE_DESK
        ? null
        : tell(walk, walk.desk, command, '他们不来了', `${when}的那一拨不来了，您歇着`, turn);
    case 'finish':
      return null;
  }
}
