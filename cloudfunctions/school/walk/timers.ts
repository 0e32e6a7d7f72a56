import type { TimerContext } from '../../core/aggregate';
import { DAY, startOfDay } from '../../core/calendar';
import type { Settings } from '../../core/settings';
import { step } from './decide';
import type { Walk } from './model';

/** A question waits some days, but never into the day itself. */
function answerBy(walk: Walk, settings: Settings): number {
  return Math.min(walk.createdAt + settings.walkAnswerDays * DAY, startOfDay(walk.startsAt));
}

const dayEnds = (walk: Walk) => startOfDay(walk.startsAt) + DAY;

export function nextWalkTimer(walk: Walk, settings: Settings): number | null {
  if (walk.state === 'asked') return answerBy(walk, settings);
  return walk.state === 'confirmed' ? dayEnds(walk) : null;
}

export function onWalkTimer(walk: Walk, { now, rid, settings, invocation }: TimerContext): Walk {
  const due = nextWalkTimer(walk, settings);
  if (due === null || due > now) return walk;
  const command = walk.state === 'asked' ? 'lapse' : 'finish';
  return step(walk, command, new Set(['system']), { now, rid, by: 'system', invocation });
}
