import type { Swept } from '@contract/words';
import { readEnvironment } from '../../core/environment';
import { readInvocation } from '../../core/invocation';
import { log } from '../../core/log';
import { startRun } from '../../core/run';
import { sweep } from '../../core/sweep';
import type { SweepCount } from '../../core/sweep-count';
import { complaints } from '../../people/complaint/definition';
import { bonds, pairings } from '../../people/family/model';
import { sweepInbox } from '../../people/inbox/sweep';
import { sweepRetention } from '../../people/my-data/sweep';
import { persons } from '../../people/person/model';
import { rolls } from '../../people/role/model';
import { sweepNumbers } from '../../report/numbers/sweep';
import { recordTick } from '../../report/operations/sweep';
import { contentDrafts } from '../../school/content/model';
import { courses } from '../../school/course/model';
import { decisions } from '../../school/decision/decide';
import { homeLessons } from '../../school/home-lesson/definition';
import { matters } from '../../school/matter/model';
import { pairs } from '../../school/pair/definition';
import { plans } from '../../school/plan/model';
import { policies } from '../../school/policy/model';
import { recordedLessons } from '../../school/recorded/model';
import { stops } from '../../school/route/model';
import { sessions } from '../../school/session/definition';
import { surveys } from '../../school/survey/model';
import { walks } from '../../school/walk/definition';
import { activities } from '../../service/activity/definition';
import { nominations } from '../../service/award/definition';
import { dangers } from '../../service/danger/model';
import { gridPlans } from '../../service/grid/model';
import { notices } from '../../service/notice/model';
import { requests } from '../../service/request/definition';
import { shares } from '../../service/share/definition';
import { trips } from '../../service/trip/definition';
import { handlers } from '../effects';

const environment = readEnvironment(process.env);

/** The timer. Alone in its function: a warm instance keeps TRIGGER_SRC, and the SDK picks its token by it. */
export async function main(_event: unknown, context: object): Promise<unknown> {
  const invocation = readInvocation(context);
  if (!invocation.timer) return { ok: false };
  const run = startRun(invocation, environment, handlers);
  const woken: Record<Swept, SweepCount> = {
    sessions: await sweep(run, sessions),
    pairs: await sweep(run, pairs),
    homeLessons: await sweep(run, homeLessons),
    surveys: await sweep(run, surveys),
    stops: await sweep(run, stops),
    courses: await sweep(run, courses),
    recordedLessons: await sweep(run, recordedLessons),
    contentDrafts: await sweep(run, contentDrafts),
    committeeMatters: await sweep(run, matters),
    plans: await sweep(run, plans),
    policies: await sweep(run, policies),
    walks: await sweep(run, walks),
    requests: await sweep(run, requests),
    activities: await sweep(run, activities),
    nominations: await sweep(run, nominations),
    persons: await sweep(run, persons),
    pairings: await sweep(run, pairings),
    bonds: await sweep(run, bonds),
    shares: await sweep(run, shares),
    dangers: await sweep(run, dangers),
    trips: await sweep(run, trips),
    grids: await sweep(run, gridPlans),
    grants: await sweep(run, rolls),
    notices: await sweep(run, notices),
    complaints: await sweep(run, complaints),
    decisions: await sweep(run, decisions),
    inbox: await sweepInbox(run),
    numbers: await sweepNumbers(run),
  };
  await sweepRetention(run, await recordTick(run, woken));
  const seen = Object.fromEntries(Object.entries(woken).map(([what, count]) => [what, count.seen]));
  log('swept', { run: run.invocation, ...seen });
  return { ok: true, ...seen };
}
