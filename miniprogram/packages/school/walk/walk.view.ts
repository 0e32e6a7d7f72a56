import type { WalkCommand, WalkView } from '../../../contract/route';
import { ROUTES } from '../../../contract/words';
import type { Tone } from '../../../lib/labels';
import { dayWithWeek } from '../../../lib/time';
import { HALVES, WALK_STATES } from '../lib/stop-line';

export interface WalkLook {
  title: string;
  route: string;
  when: string;
  group: string;
  size: string;
  communityId: string;
  word: string;
  tone: Tone;
  /** What happens next, or why not. */
  sentence: string;
  safety: string;
  /** The same day at the next stop, or another try. */
  again: string;
  againLink: string;
  sample: boolean;
  can: Record<WalkCommand, boolean>;
}

export function walkLook(walk: WalkView, now: number): WalkLook {
  const state = WALK_STATES[walk.state];
  const ended = walk.state === 'declined' || walk.state === 'cancelled';
  return {
    title: walk.stop.title === null ? walk.stop.name : `${walk.stop.name}  ${walk.stop.title}`,
    route: ROUTES[walk.stop.route],
    when: `${dayWithWeek(walk.startsAt, now)} ${HALVES[walk.half]}`,
    group: walk.group,
    size: `${walk.size} 个人`,
    communityId: walk.communityId,
    word: state.word,
    tone: state.tone,
    sentence: sentenceOf(walk),
    safety: walk.safety ?? '',
    again: walk.mine ? (ended ? '换一天，或者换一站' : '接着约下一站') : '',
    againLink: `/packages/school/route/route?code=${walk.stop.route}`,
    sample: walk.sample,
    can: {
      confirm: walk.next.includes('confirm'),
      decline: walk.next.includes('decline'),
      cancel: walk.next.includes('cancel'),
    },
  };
}

function sentenceOf(walk: WalkView): string {
  const answering = walk.next.includes('confirm');
  switch (walk.state) {
    case 'asked':
      if (answering) return '行不行，您说了算';
      return walk.stop.kind === 'person' ? '问去了，等本人回话' : '问去了，等那边回话';
    case 'confirmed':
      return walk.mine ? '到日子社区带您去。住哪儿、咋联系，这儿不写' : '答应他们了。去不了随时说';
    case 'declined':
      if (walk.lapsed) return '一直没等到回话，先退给您了';
      return walk.reason === '' ? '这回去不成' : `这回去不成：${walk.reason}`;
    case 'cancelled':
      return walk.mine ? '您说不去了，地方让出来了' : '他们不来了，您歇着';
    case 'done':
      return walk.mine ? '去过了' : '讲过了，辛苦您';
  }
}
