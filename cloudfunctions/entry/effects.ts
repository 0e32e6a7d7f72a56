import type { Effect } from '../core/aggregate';
import { removeFiles } from '../core/attach';
import type { RunContext } from '../core/context';
import type { EffectHandlers } from '../core/effects';
import { askOutcome, submitDecision } from '../home/decision-deliver';
import { tie } from '../people/family/deliver';
import { deliver } from '../people/inbox/deliver';
import { tellRole } from '../people/inbox/tell-role-deliver';
import { join, settleJoining, unjoin } from '../people/joining/deliver';
import { forget } from '../people/my-data/deliver';
import { living } from '../people/person/living-read';
import { checkPortrait } from '../people/portrait/check-deliver';
import { takePower } from '../people/role/deliver';
import { unbook } from '../school/booking/deliver';
import { publishContent } from '../school/content/deliver';
import { serveOrders, unserveOrders } from '../school/course/deliver';
import { tellTeacher } from '../school/faculty/deliver';
import { suggestHomeLesson, tellVisitFamily } from '../school/home-lesson/deliver';
import { doMatter, openMatter } from '../school/matter/deliver';
import { hostGone } from '../school/session/host-gone-deliver';
import { tellStations } from '../school/station/deliver';
import { freePlace, openWalk } from '../school/walk/deliver';
import { draftWishHours } from '../service/activity/of-wish-deliver';
import { tellDesks } from '../service/desk/tell-deliver';
import { checkFile } from '../service/request/file-check-deliver';
import { submitFromVisit } from '../service/request/from-visit-deliver';
import { handBack } from '../service/request/handed-back-deliver';
import { follow } from '../service/request/merged-deliver';
import { part } from '../service/request/part-deliver';
import { takeDownPromises } from '../service/share/promise-gone-deliver';
import { sayOnTrip, submitFromTrip, tellVisit } from '../service/trip/deliver';
import { callOff } from '../service/trip/visitor-gone-deliver';

/** Somebody lost a power: what they had in hand, matter by matter and class by class. */
async function handedBack(run: RunContext, promised: Effect): Promise<void> {
  const { personId } = promised.data;
  // What an account had in hand came over to the record that it leads to.
  const holder = typeof personId === 'string' ? await living(run, personId) : null;
  const effect =
    holder === null ? promised : { ...promised, data: { ...promised.data, personId: holder._id } };
  await handBack(run, effect);
  await callOff(run, effect);
  await hostGone(run, effect);
  await takeDownPromises(run, effect);
}

/** Every kind of effect and who carries it out. */
export function handlers(run: RunContext): EffectHandlers {
  return new Map([
    ['notify', (effect) => deliver(run, effect)],
    ['tell_role', (effect) => tellRole(run, effect)],
    ['matter_open', (effect) => openMatter(run, effect)],
    ['matter_done', (effect) => doMatter(run, effect)],
    ['content_publish', (effect) => publishContent(run, effect)],
    ['suggest_home_lesson', (effect) => suggestHomeLesson(run, effect)],
    ['tell_visit_family', (effect) => tellVisitFamily(run, effect)],
    ['submit_from_visit', (effect) => submitFromVisit(run, effect)],
    ['tell_teacher', (effect) => tellTeacher(run, effect)],
    ['unbook', (effect) => unbook(run, effect)],
    ['serve_orders', (effect) => serveOrders(run, effect)],
    ['unserve_orders', (effect) => unserveOrders(run, effect)],
    ['submit_from_trip', (effect) => submitFromTrip(run, effect)],
    ['say_on_trip', (effect) => sayOnTrip(run, effect)],
    ['tell_visit', (effect) => tellVisit(run, effect)],
    ['tell_stations', (effect) => tellStations(run, effect)],
    ['submit_decision', (effect) => submitDecision(run, effect)],
    ['ask_outcome', (effect) => askOutcome(run, effect)],
    ['walk_open', (effect) => openWalk(run, effect)],
    ['walk_free', (effect) => freePlace(run, effect)],
    ['tie', (effect) => tie(run, effect)],
    ['join', (effect) => join(run, effect)],
    ['unjoin', (effect) => unjoin(run, effect)],
    ['join_settle', (effect) => settleJoining(run, effect)],
    ['forget', (effect) => forget(run, effect)],
    ['power', (effect) => takePower(run, effect)],
    ['handed_back', (effect) => handedBack(run, effect)],
    ['tell_desk', (effect) => tellDesks(run, effect)],
    ['merged', (effect) => follow(run, effect)],
    ['wish_hours', (effect) => draftWishHours(run, effect)],
    ['remove_files', (effect) => removeFiles(run, effect)],
    ['check_file', (effect) => checkFile(run, effect)],
    ['check_portrait', (effect) => checkPortrait(run, effect)],
    ['part', (effect) => part(run, effect)],
  ]);
}
