import { afterWorkdays, DAY } from '../../core/calendar';
import { refuse } from '../../core/refusal';
import { badRating } from '../rating/rectify';
import { spotCheckOf } from '../rating/spot-check';
import { successor, withCompanion, withoutCompanion } from './group';
import { MACHINES } from './machines';
import type { AnyCommand, ServiceRequest } from './model';
import type { Inputs, RequestStep } from './step';

/** What each command changes beside the state. The machine has already said that it may happen. */
type Outcomes = {
  readonly [Command in AnyCommand]: (
    request: ServiceRequest,
    input: Inputs[Command],
    step: RequestStep,
  ) => Partial<ServiceRequest>;
};

const nothing = () => ({});
const clearHelper = { helper: null, tier: null, group: null, extended: false } as const;

/** Who does it does not judge it, however else they stand to it (workflows 2.4 ③). */
function mayJudge(request: ServiceRequest, step: RequestStep): void {
  if (request.helperId === step.by) refuse('OWN_MATTER');
}

function helperOf(step: RequestStep): NonNullable<ServiceRequest['helper']> {
  return step.helper ?? refuse('HELPER_UNFIT');
}

export const OUTCOMES: Outcomes = {
  answer: (request, { text }) => ({ question: '', text: `${request.text}\n${text}` }),
  withdraw: () => clearHelper,
  confirm(request, { level, words }, step) {
    mayJudge(request, step);
    const byPhone = !step.actors.has('resident');
    // Staff write down a word, never a level.
    return {
      rating: {
        solved: true,
        level: byPhone ? null : level,
        words,
        at: step.now,
        by: byPhone ? 'phone' : 'resident',
      },
      ...(byPhone ? spotCheckOf(request, step) : badRating(request, level, step)),
    };
  },
  reopen(request, { words }, step) {
    mayJudge(request, step);
    const by = step.actors.has('resident') ? 'resident' : 'phone';
    return { rating: { solved: false, level: null, words, at: step.now, by }, bounced: null };
  },
  rate(request, { level, words }, step) {
    mayJudge(request, step);
    return {
      rating: { solved: true, level, words, at: step.now, by: 'resident' },
      ...badRating(request, level, step),
    };
  },
  publish: (_, { title, publicText, category }) => ({ title, publicText, category, ...clearHelper }),
  dispatch: (_, { title, category, tier }, step) => ({
    title,
    category,
    // Until a second person agrees the next shorter tier holds (经批准最长 15 天, R19a).
    tier: tier === 'max' ? 'hard' : tier,
    maxAskedBy: tier === 'max' ? step.by : null,
    helper: helperOf(step),
    bounced: null,
    dueAt: null,
  }),
  ask: (request, { text }) => (wasAsked(request) ? refuse('ASKED_ALREADY') : { question: text }),
  decline: nothing,
  refer: nothing,
  convert(request, { kind }) {
    if (kind === request.kind) refuse('INVALID_INPUT', { field: 'kind' });
    return { kind, state: MACHINES[kind].initial, ...clearHelper };
  },
  merge(request, { into }) {
    if (into === request._id) refuse('INVALID_INPUT', { field: 'into' });
    return { mergedInto: into };
  },
  pass: nothing,
  // Who had it in hand may have left meanwhile: then it needs somebody, not another try.
  send_back: (request) => (request.helper === null ? { state: 'bounced' } : {}),
  claim(_, { promisedFor, sourceCourseId = null, company = 1 }, step) {
    if (promisedFor <= step.now) refuse('INVALID_INPUT', { field: 'promisedFor' });
    if (company > step.settings.companyMost) refuse('INVALID_INPUT', { field: 'company' });
    const group = company > 1 ? { most: company, members: [] } : null;
    return {
      helper: { ...helperOf(step), promisedFor },
      returned: false,
      extended: false,
      tier: null,
      sourceCourseId,
      group,
    };
  },
  team_up: (request, _, step) => ({ group: withCompanion(request, step) }),
  step_out: (request, _, step) => ({ group: withoutCompanion(request, step.by) }),
  contact: nothing,
  accept: nothing,
  bounce: (_, { reason, note }) => ({ bounced: { reason, note }, ...clearHelper }),
  entrust: (_, { how }, step) =>
    (how === 'button') === step.actors.has('resident') ? {} : refuse('INVALID_INPUT', { field: 'how' }),
  take_papers: (_, { papers }) => ({ papers }),
  start: nothing,
  progress: nothing,
  hold(request, { until }, step) {
    const latest = step.now + (step.settings.holdReportDays + 1) * DAY;
    // 每 7 日回告: whoever waits hears of it at least that often.
    if (until <= step.now || until > latest) refuse('INVALID_INPUT', { field: 'until' });
    return { dueAt: until, clock: request.clock ?? { dueAt: request.dueAt, stoppedAt: step.now } };
  },
  // Who had it in hand may have left while it stood still: then it needs somebody first.
  resume: (request, _, step) =>
    request.helper === null
      ? { state: MACHINES[request.kind].initial, clock: null, dueAt: null }
      : goesOn(request, step.now),
  whistle: (_, __, step) => ({
    department: { ...(step.department ?? refuse('HELPER_UNFIT')), joined: false },
  }),
  join: (request) =>
    request.department === null ? refuse('NOT_NOW') : { department: { ...request.department, joined: true } },
  complete: nothing,
  hand_back: nothing,
  deliver: nothing,
  release: (request, _, step) => successor(request, step.now) ?? { ...clearHelper, returned: true },
  terminate: nothing,
  pend: (_, { reviewAt }, step) =>
    reviewAt <= step.now ? refuse('INVALID_INPUT', { field: 'reviewAt' }) : { dueAt: reviewAt },
  extend(request, { until }, step) {
    if (request.extended === true) refuse('EXTENDED_ALREADY');
    const { helper } = request;
    if (helper === null || until <= Math.max(step.now, helper.promisedFor ?? 0))
      refuse('INVALID_INPUT', { field: 'until' });
    return { extended: true, helper: { ...helper, promisedFor: until }, dueAt: until };
  },
  approve(request, _, step) {
    if (request.maxAskedBy == null) refuse('NOT_NOW');
    // 需批准: never by the hand that asked.
    if (request.maxAskedBy === step.by) refuse('NOT_ALLOWED');
    return {
      tier: 'max' as const,
      maxAskedBy: null,
      dueAt: afterWorkdays(step.now, step.settings.tierWorkdays.max),
    };
  },
  close: nothing,
  unanswered: nothing,
  fall_back: nothing,
  return: () => ({ ...clearHelper, returned: true }),
  unconfirmed: nothing,
  file: nothing,
  helper_gone: (request, _, step) =>
    successor(request, step.now) ?? {
      helper: null,
      group: null,
      maxAskedBy: null,
      clock: null,
      extended: false,
    },
};

/** 一次性告知: what is missing is asked for once. */
export function wasAsked(request: ServiceRequest): boolean {
  return request.timeline.some(({ command }) => command === 'ask');
}

/** The clock goes on where it stood: what was left of the promise is left of it now (停表计时). */
function goesOn(request: ServiceRequest, now: number): Partial<ServiceRequest> {
  const { clock = null, state, dueAt } = request;
  if (clock === null) return state === 'terminated' ? { dueAt: null } : { dueAt };
  if (clock.dueAt === null) return { dueAt: null, clock: null };
  return { dueAt: afterWorkdays(clock.dueAt + (now - clock.stoppedAt), 0), clock: null };
}
