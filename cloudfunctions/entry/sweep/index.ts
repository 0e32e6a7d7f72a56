import type { Swept } from '@contract/words';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { MINUTE } from '../../core/calendar';
import type { RunContext } from '../../core/context';
import { readEnvironment } from '../../core/environment';
import { readInvocation } from '../../core/invocation';
import { log } from '../../core/log';
import { isFirstOfStretch } from '../../core/rhythm';
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
import { lastTick, recordTick } from '../../report/operations/sweep';
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

type Look = (run: RunContext) => Promise<SweepCount>;

const prompt =
  <Doc extends Aggregate>(definition: AggregateDefinition<Doc>): Look =>
  (run) =>
    sweep(run, definition);

const patient =
  <Doc extends Aggregate>(definition: AggregateDefinition<Doc>): Look =>
  (run) =>
    sweep(run, definition, every(run));

const every = ({ settings }: RunContext): number => settings.patientMinutes * MINUTE;

/** Looked at with every tick: somebody waits for it. */
const PROMPT = {
  sessions: prompt(sessions),
  homeLessons: prompt(homeLessons),
  walks: prompt(walks),
  requests: prompt(requests),
  activities: prompt(activities),
  dangers: prompt(dangers),
  trips: prompt(trips),
  complaints: prompt(complaints),
  inbox: sweepInbox,
  numbers: sweepNumbers,
} satisfies Partial<Record<Swept, Look>>;

/** Promises of days, of which nobody minds a few minutes: the database is asked half of what it would be else. */
const PATIENT: Readonly<Record<Exclude<Swept, keyof typeof PROMPT>, Look>> = {
  pairs: patient(pairs),
  surveys: patient(surveys),
  stops: patient(stops),
  courses: patient(courses),
  recordedLessons: patient(recordedLessons),
  contentDrafts: patient(contentDrafts),
  committeeMatters: patient(matters),
  plans: patient(plans),
  policies: patient(policies),
  nominations: patient(nominations),
  persons: patient(persons),
  pairings: patient(pairings),
  bonds: patient(bonds),
  shares: patient(shares),
  grids: patient(gridPlans),
  grants: patient(rolls),
  notices: patient(notices),
  decisions: patient(decisions),
};

const environment = readEnvironment(process.env);

/** The timer. Alone in its function: a warm instance keeps TRIGGER_SRC, and the SDK picks its token by it. */
export async function main(_event: unknown, context: object): Promise<unknown> {
  const invocation = readInvocation(context);
  if (!invocation.timer) return { ok: false };
  const run = startRun(invocation, environment, handlers);
  const before = await lastTick(run);
  const woken: Partial<Record<Swept, SweepCount>> = {};
  const looks: Readonly<Partial<Record<Swept, Look>>> = isFirstOfStretch(before, run.now, every(run))
    ? { ...PATIENT, ...PROMPT }
    : PROMPT;
  // One after the other, messages last: a tick must not take the database's whole breath from those who tap. The keys
  // are the type's.
  for (const [what, look] of Object.entries(looks) as [Swept, Look][]) woken[what] = await look(run);
  await recordTick(run, before, woken);
  await sweepRetention(run, before);
  const seen = Object.fromEntries(Object.entries(woken).map(([what, count]) => [what, count.seen]));
  log('swept', { run: run.invocation, ...seen });
  return { ok: true, ...seen };
}
