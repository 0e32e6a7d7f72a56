import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActionName, InputOf } from '@contract/actions';
import type { RequestCommand, RequestState } from '@contract/request-states';
import { REQUEST_KINDS, type RequestKind } from '@contract/words';
import fc from 'fast-check';
import { DAY } from '../../cloudfunctions/core/calendar';
import { requests } from '../../cloudfunctions/service/request/definition';
import { MACHINES } from '../../cloudfunctions/service/request/machines';
import type { RequestEntry, ServiceRequest } from '../../cloudfunctions/service/request/model';
import { FULL, SEED } from '../proof/support/proven';
import { count } from '../support/counts';
import { troubleOfRequest } from '../support/invariants';
import { actorsAs, INPUTS, people, START, told } from './matters';
import { openWorld, type World } from './world';

const RUNS = FULL ? 3_000 : 60;
const kinds = Object.keys(REQUEST_KINDS) as RequestKind[];

/** What somebody does: drawn from what the machine allows at that moment, so that stories go on to their end. */
interface Deed {
  /** Which of the commands of the state, or of all; a tick of the timer after so many days. */
  does: 'fitting' | 'any' | 'tick';
  which: number;
  who: number;
}
const deed: fc.Arbitrary<Deed> = fc.record({
  does: fc.oneof(
    { weight: 12, arbitrary: fc.constant<Deed['does']>('fitting') },
    { weight: 2, arbitrary: fc.constant<Deed['does']>('any') },
    { weight: 2, arbitrary: fc.constant<Deed['does']>('tick') },
  ),
  which: fc.nat(40),
  who: fc.nat(5),
});
/** What happens at the same time; each wave begins when the one before is over. */
const waves = fc.array(fc.array(deed, { minLength: 1, maxLength: 3, size: 'max' }), {
  minLength: 1,
  maxLength: 4,
  size: 'max',
});
interface Story {
  kind: RequestKind;
  /** What was done one after the other before it began, so that it begins anywhere. */
  calm: Deed[];
  waves: Deed[][];
}
const story: fc.Arbitrary<Story> = fc.record({
  kind: fc.constantFrom(...kinds),
  calm: fc.array(deed, { maxLength: 10, size: 'max' }),
  waves,
});

const COMMANDS = Object.keys(INPUTS) as RequestCommand[];

async function perform(world: World, { does, which, who }: Deed, rid: string): Promise<string> {
  const request = world.stored<ServiceRequest>();
  if (does === 'tick') {
    world.wait((which % 9) * DAY);
    await world.tick();
    return '';
  }
  const command = does === 'fitting' ? fittingFor(request, which) : COMMANDS[which % COMMANDS.length];
  if (command === undefined) return '';
  const rule = MACHINES[request.kind].states[request.state]?.on[command];
  const actors = (rule?.by ?? ['helper']).flatMap((actor) => actorsAs(actor, request));
  const by = actors[who % Math.max(1, actors.length)] ?? 'elder';
  const name: ActionName = `request.${command}`;
  // `INPUTS` holds the input to the command.
  const input = { id: 'r1', ...INPUTS[command](world.now(), which) } as InputOf<typeof name>;
  const reply = await world.ask(by, name, input, rid);
  const done = world.stored<ServiceRequest>().timeline.some((entry) => entry.rid === `${by}:${rid}`);
  if (reply.ok) return done ? '' : `${command} of ${by} was answered, and is not written`;
  if (done) return `${command} of ${by} was refused with ${reply.code}, and yet done`;
  return REFUSALS.test(reply.code) ? '' : `${command} of ${by}: ${reply.code}`;
}

/** What leads to an end, or back to the beginning, is drawn seldom: otherwise no story gets far. */
function fittingFor({ kind, state }: ServiceRequest, which: number): RequestCommand | undefined {
  const rules: Partial<Record<string, { to: RequestState }>> = MACHINES[kind].states[state]?.on ?? {};
  const goesOn = (command: RequestCommand) => {
    const to = rules[command]?.to;
    return to !== undefined && command !== 'convert' && !MACHINES[kind].terminal.includes(to);
  };
  const all = COMMANDS.filter((command) => rules[command] !== undefined);
  const onward = all.filter(goesOn);
  const from = which % 8 === 0 || onward.length === 0 ? all : onward;
  return from[which % Math.max(1, from.length)];
}

const REFUSALS =
  /^(NOT_NOW|NOT_ALLOWED|NOT_FOUND|ASKED_ALREADY|EXTENDED_ALREADY|CLAIMED_BY_OTHER|OWN_MATTER|HELPER_UNFIT|INVALID_INPUT|BUSY)$/;

/** What one write may not have done; '' when it has not. */
function troubleOfWrite(before: ServiceRequest, after: ServiceRequest): string {
  if (after.version !== before.version + 1) return 'a version was left out';
  const kept = before.timeline.every((entry, place) => entry.rid === after.timeline[place]?.rid);
  if (!kept) return 'what had happened is not in the timeline any more';
  // Whoever goes along comes and goes with the group; whose matter it is stays.
  const along = before.group?.members.map(({ personId }) => personId) ?? [];
  for (const who of before.people)
    if (!along.includes(who) && !after.people.includes(who)) return `it is not ${who}'s any more`;
  for (const entry of after.timeline.slice(before.timeline.length)) {
    const wrong = againstTheTable(entry, before, after);
    if (wrong !== '') return wrong;
  }
  return troubleOfRequest(after);
}

function againstTheTable(
  { command, from, to }: RequestEntry,
  before: ServiceRequest,
  after: ServiceRequest,
): string {
  const rules: Partial<Record<string, { to: RequestState }>> = MACHINES[before.kind].states[from]?.on ?? {};
  const rule = rules[command];
  // Said beside the table: a promise that may be late is explained, and changes nothing.
  if (command === 'explain') return from === to ? '' : 'an explanation moved it on';
  if (rule === undefined) return `${command} is not to be in ${from} of ${before.kind}`;
  // Somebody of the group takes over: it goes on where it stands.
  const passedOn =
    command === 'release' && before.group?.members.some(({ personId }) => personId === after.helperId);
  if (passedOn === true) return to === from ? '' : 'a matter that was passed on moved';
  const wanted = command === 'convert' ? MACHINES[after.kind].initial : rule.to;
  return to === wanted ? '' : `${command} led to ${to}, and should lead to ${wanted}`;
}

function property(guarded: boolean) {
  return fc.asyncProperty(fc.scheduler(), story, async (scheduler, { kind, calm, waves: all }) => {
    const troubles: string[] = [];
    let begun = false;
    const world = openWorld<ServiceRequest>({
      definition: requests,
      doc: told(kind),
      people,
      now: START,
      guarded,
      turn: async (what) => (begun ? scheduler.schedule(Promise.resolve(), what) : undefined),
      written(before, after) {
        troubles.push(troubleOfWrite(before, after));
        count('interleaved writes');
      },
    });
    for (const [place, one] of calm.entries()) troubles.push(await perform(world, one, `rid-calm-${place}`));
    begun = true;
    for (const [place, wave] of all.entries()) {
      const deeds = wave.map((one, n) => perform(world, one, `rid-${place}-${n}`));
      troubles.push(...(await scheduler.waitFor(Promise.all(deeds))));
    }
    const last = world.stored<ServiceRequest>();
    for (const { to } of last.timeline) reached.add(to);
    count('interleavings');
    assert.deepEqual(world.failed, []);
    assert.equal(troubles.find((trouble) => trouble !== '') ?? '', '');
  });
}
/** Every state that a story came through. */
const reached = new Set<string>();

test('however what a resident, a helper and two desks do falls between each other, one helps and the timeline tells all', async () => {
  await fc.assert(property(true), { numRuns: RUNS, seed: SEED, includeErrorInReport: true });
  assert.ok(reached.size >= 20, `the stories only came as far as ${[...reached].join(', ')}`);
});

test('without the version in the condition an interleaving is found in which it does not (the control)', async () => {
  const found = await fc.check(property(false), { numRuns: RUNS, seed: SEED });
  assert.ok(found.failed, 'no interleaving did any harm: they prove nothing');
  if (process.env['PROOF_SHOW'] !== undefined) console.log(found.counterexample?.map(String).join('\n'));
  count('controls');
});
