import type { RunContext } from '../core/context';
import type { EffectHandlers } from '../core/effects';
import { tie } from '../people/family/deliver';
import { deliver } from '../people/inbox/deliver';
import { forget } from '../people/my-data/deliver';
import { suggestHomeLesson } from '../school/home-lesson/deliver';
import { freePlace, openWalk } from '../school/walk/deliver';
import { submitFromVisit } from '../service/request/from-visit-deliver';
import { part } from '../service/request/part-deliver';
import { sayOnTrip, submitFromTrip, tellVisit } from '../service/trip/deliver';

/** Every kind of effect and who carries it out. */
export function handlers(run: RunContext): EffectHandlers {
  return new Map([
    ['notify', (effect) => deliver(run, effect)],
    ['suggest_home_lesson', (effect) => suggestHomeLesson(run, effect)],
    ['submit_from_visit', (effect) => submitFromVisit(run, effect)],
    ['submit_from_trip', (effect) => submitFromTrip(run, effect)],
    ['say_on_trip', (effect) => sayOnTrip(run, effect)],
    ['tell_visit', (effect) => tellVisit(run, effect)],
    ['walk_open', (effect) => openWalk(run, effect)],
    ['walk_free', (effect) => freePlace(run, effect)],
    ['tie', (effect) => tie(run, effect)],
    ['forget', (effect) => forget(run, effect)],
    ['part', (effect) => part(run, effect)],
  ]);
}
