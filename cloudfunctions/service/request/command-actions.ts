import { LIMITS } from '@contract/limits';
import type { RequestCommand, RequestCommands } from '@contract/service';
import type { Role } from '@contract/words';
import { BOUNCE_REASONS, CAMPAIGNS, REQUEST_KINDS, TIERS } from '@contract/words';
import * as v from 'valibot';
import { type AnyAction, action } from '../../core/action';
import { can } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { may } from '../../core/permissions';
import { refuse } from '../../core/refusal';
import { id, oneOf, phone, someText, text, time } from '../../core/schemas';
import { screened } from '../../core/screening';
import type { Bond } from '../../people/family/model';
import { bondWith } from '../../people/family/read';
import { type Person, persons } from '../../people/person/model';
import { mustKnow } from '../../people/person/read';
import { personLine } from '../../people/person/show';
import { courses } from '../../school/course/model';
import { DEPARTMENTS } from '../desk/departments';
import { coverOf } from '../grid/decide';
import { allPlans } from '../grid/read';
import { type Actor, actorsOf, barred, isClaimable, reads } from './actors';
import { decide } from './decide';
import { requests } from './definition';
import type { Helper, ServiceRequest } from './model';
import { viewOf } from './read';
import type { Inputs, RequestStep } from './step';
import { category } from './submit-action';

/** Every command of the contract as an action `request.NAME`: one way in, one decision. */

type CommandInput<Command extends RequestCommand> = { id: string } & RequestCommands[Command];

const note = text(LIMITS.note);
const level = v.picklist([1, 2, 3, 4, 5]);
/** How many lines of history the desk's form showed when it was opened. */
const seen = v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)));

/** Where a command needs to know more than document and input: who helps, which department, is it fit to be public. */
interface Preparation {
  helper?: Helper;
  department?: { id: string; name: string };
}
type Prepare<Command extends RequestCommand> = (
  context: ActionContext,
  input: CommandInput<Command>,
) => Promise<Preparation>;

function command<Command extends RequestCommand>(
  name: Command,
  input: v.GenericSchema<unknown, CommandInput<Command>>,
  prepare?: Prepare<Command>,
): AnyAction {
  const run = async (context: ActionContext, given: CommandInput<Command>) => {
    const repository = context.repository(requests);
    const { id: requestId, ...rest } = given;
    const ready = await prepare?.(context, given);
    const me = await mustKnow(context);
    const { beneficiary } = await repository.load(requestId);
    const elderId = beneficiary.personId;
    const held = await bondWith(context, elderId);
    const { doc } = await repository.change(requestId, context.rid, (before) => {
      const bond = before.beneficiary.personId === elderId ? held : null;
      const actors = actorsOf(before, context.caller, bond);
      if (
        !reads(actors, before, context.caller) &&
        !before.wall &&
        !(name === 'claim' && (before.helperId !== null || isClaimable(before))) &&
        !(name === 'team_up' && before.group)
      )
        refuse('NOT_FOUND');
      if (barred(bond, name)) refuse('NOT_AGREED');
      mustBeFresh(before, given);
      const step: RequestStep = {
        now: context.now,
        rid: context.rid,
        by: me._id,
        who: shownAs(me, actors, before, bond),
        actors,
        settings: context.settings,
        invocation: context.invocation,
        occurredAt: context.occurredAt,
        ...ready,
      };
      // `given` is the contract's input of this very command beside the id.
      return decide(before, name, rest as unknown as Inputs[Command], step);
    });
    await carryOut(repository, doc, context.carrier);
    return viewOf(context, doc);
  };
  const contended = CONTENDED.has(name) ? { contended: true as const } : {};
  return action({
    name: `request.${name}`,
    kind: 'write',
    ...contended,
    input,
    allow: 'person',
    run,
  } as Parameters<typeof action>[0]);
}

/** Who takes it, who gives it away, and whether it is done: what two may answer at the same moment. */
const CONTENDED: ReadonlySet<RequestCommand> = new Set<RequestCommand>([
  'publish',
  'dispatch',
  'claim',
  'team_up',
  'release',
  'accept',
  'bounce',
  'confirm',
  'reopen',
  'withdraw',
]);

/** A form that was open while something happened to the matter is filled in anew. @throws STALE */
function mustBeFresh({ timeline }: ServiceRequest, given: object): void {
  if ('seen' in given && given.seen !== timeline.length) refuse('STALE');
}

function shownAs(me: Person, actors: ReadonlySet<Actor>, request: ServiceRequest, bond: Bond | null) {
  if (bond !== null && actors.has('resident')) return { name: '家里人', role: '', sample: me.sample };
  if (actors.has('resident')) return { name: '您', role: '', sample: me.sample };
  if ((actors.has('dispatcher') || actors.has('approver')) && request.helperId !== me._id)
    return { name: '社区', role: '社区受理员', sample: me.sample };
  return personLine(me, me.grants.at(0)?.role ?? 'volunteer');
}

const WORKING: readonly Role[] = ['grid_worker', 'member', 'volunteer'];

/** Whom the desk chose: somebody with the right to work, in a role that the resident can be told. */
async function chosenHelper(context: ActionContext, chosen: string): Promise<Helper> {
  // While somebody covers for them, what is sent to them goes to who covers (代班).
  const helperId = coverOf(await allPlans(context), chosen, context.now)?.coverId ?? chosen;
  const person = await context.repository(persons).find(helperId);
  const role = WORKING.find((one) => person?.grants.some((grant) => grant.role === one));
  if (person === null || role === undefined || !may(person.grants, 'request.work'))
    return refuse('HELPER_UNFIT', { field: 'helperId' });
  return { personId: person._id, line: personLine(person, role), at: context.now, promisedFor: null };
}

/** What the desk makes public is checked, and held back when it cannot be (rules.md 4.5). */
async function fitForPublic(context: ActionContext, words: string): Promise<Preparation> {
  await screened(context, words, 'publicText');
  return {};
}

async function claimer(context: ActionContext): Promise<Preparation> {
  const me = await mustKnow(context);
  const role = WORKING.find((one) => me.grants.some((grant) => grant.role === one)) ?? 'volunteer';
  return { helper: { personId: me._id, line: personLine(me, role), at: context.now, promisedFor: null } };
}

/** What a course is said to have led to is counted for it: it has to exist. */
async function knownCourse(context: ActionContext, courseId: string | undefined): Promise<void> {
  if (courseId === undefined) return;
  const course = await context.repository(courses).find(courseId);
  if (course === null) refuse('INVALID_INPUT', { field: 'sourceCourseId' });
}

/** It goes on in another of the same place that is still open: else it would end in nothing. */
async function mergeable(
  context: ActionContext,
  { id: one, into }: { id: string; into: string },
): Promise<Preparation> {
  const [request, other] = await Promise.all([
    context.repository(requests).load(one),
    context.repository(requests).find(into),
  ]);
  // Who may not merge at all is told so, and not what there is.
  if (!can(context.caller, 'request.triage', request.communityId)) return {};
  // Said again: what it went into may be over by now.
  if (request.mergedInto === into) return {};
  if (other === null || !other.open || other.communityId !== request.communityId)
    refuse('INVALID_INPUT', { field: 'into' });
  return {};
}

async function knownDepartment(departmentId: string): Promise<Preparation> {
  const department = DEPARTMENTS.find((one) => one.id === departmentId);
  return department === undefined ? refuse('INVALID_INPUT', { field: 'departmentId' }) : { department };
}

const noted = v.strictObject({ id, note });
const reasoned = v.strictObject({ id, reason: someText(LIMITS.reason) });
const bare = v.strictObject({ id });

/** A tag, and no command: it changes nothing for whoever asked, and may come at any time. */
const tag = action({
  name: 'request.tag',
  kind: 'write',
  input: v.strictObject({ id, campaign: v.nullable(oneOf(CAMPAIGNS)) }),
  allow: 'request.triage',
  async run(context, { id: one, campaign }) {
    const { doc } = await context.repository(requests).change(one, context.rid, (before) => {
      if (!can(context.caller, 'request.triage', before.communityId)) refuse('NOT_FOUND');
      return { ...before, campaign };
    });
    return viewOf(context, doc);
  },
});

export const commandActions: readonly AnyAction[] = [
  command('answer', v.strictObject({ id, text: someText(LIMITS.sentence) })),
  command('withdraw', bare),
  command('confirm', v.strictObject({ id, level: v.nullable(level), words: text(LIMITS.words) })),
  command('reopen', v.strictObject({ id, words: text(LIMITS.words), changePerson: v.boolean() })),
  command('rate', v.strictObject({ id, level, words: text(LIMITS.words) })),
  command(
    'publish',
    v.strictObject({
      id,
      title: someText(LIMITS.title),
      publicText: someText(LIMITS.publicText),
      category,
      seen,
    }),
    (context, input) => fitForPublic(context, `${input.title}\n${input.publicText}`),
  ),
  command(
    'dispatch',
    v.strictObject({ id, title: someText(LIMITS.title), category, tier: oneOf(TIERS), helperId: id, seen }),
    async (context, input) => ({
      helper: await chosenHelper(context, input.helperId),
    }),
  ),
  command('ask', v.strictObject({ id, text: someText(LIMITS.note) })),
  command(
    'decline',
    v.strictObject({ id, reason: someText(LIMITS.reason), whereTo: someText(LIMITS.place) }),
  ),
  command(
    'refer',
    v.strictObject({ id, reason: someText(LIMITS.reason), whereTo: someText(LIMITS.place), phone }),
  ),
  command('convert', v.strictObject({ id, kind: oneOf(REQUEST_KINDS) })),
  command('merge', v.strictObject({ id, into: id }), (context, input) => mergeable(context, input)),
  command('pass', noted),
  command('send_back', noted),
  command(
    'claim',
    v.strictObject({
      id,
      promisedFor: time,
      sourceCourseId: v.exactOptional(id),
      company: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(LIMITS.group))),
    }),
    async (context, input) => {
      await knownCourse(context, input.sourceCourseId);
      return claimer(context);
    },
  ),
  command('team_up', bare, claimer),
  command('step_out', bare),
  command('contact', noted),
  command('accept', bare),
  command('bounce', v.strictObject({ id, reason: oneOf(BOUNCE_REASONS), note })),
  command('entrust', v.strictObject({ id, how: v.picklist(['spoken', 'paper', 'button']) })),
  command(
    'take_papers',
    v.strictObject({
      id,
      papers: v.pipe(v.array(someText(LIMITS.place)), v.minLength(1), v.maxLength(LIMITS.listItems)),
    }),
  ),
  command('start', noted),
  command('progress', v.strictObject({ id, note: someText(LIMITS.note) })),
  command('hold', v.strictObject({ id, reason: someText(LIMITS.reason), until: time })),
  command('resume', noted),
  command('whistle', v.strictObject({ id, departmentId: id, note }), (_, input) =>
    knownDepartment(input.departmentId),
  ),
  command('join', noted),
  command('complete', noted),
  command('hand_back', noted),
  command('deliver', noted),
  command('release', v.strictObject({ id, reason: text(LIMITS.reason) })),
  command('terminate', reasoned),
  command('pend', v.strictObject({ id, reason: someText(LIMITS.reason), reviewAt: time })),
  command('close', reasoned),
  command('extend', v.strictObject({ id, until: time, reason: someText(LIMITS.reason) })),
  command('approve', bare),
  tag,
];
