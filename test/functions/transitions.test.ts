import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { RequestKind } from '@contract/words';
import type { Machine } from '../../cloudfunctions/core/machine';
import { complaintMachine } from '../../cloudfunctions/people/complaint/machine';
import { activityMachine, hoursMachine } from '../../cloudfunctions/service/activity/machine';
import { awardMachine } from '../../cloudfunctions/service/award/machine';
import { rectifyMachine } from '../../cloudfunctions/service/rating/machine';
import { MACHINES } from '../../cloudfunctions/service/request/machines';
import { ROOT } from '../../tools/lib/root';
import { type Kept, type ProofTown, proofTown } from '../proof/support/proof-town';
import {
  ACTIVITY_STEPS,
  AWARD_STEPS,
  badlyRated,
  COMPLAINT_STEPS,
  complained,
  HOURS_STEPS,
  nominated,
  type Other,
  planned,
  RECTIFY_STEPS,
  served,
} from './walked/other-steps';
import { begun, STEPS, stored } from './walked/request-steps';
import { type Transition, transitionsOf, wayTo, written } from './walked/walker';

/**
 * Every transition that a table has is walked by the phones' own calls, or by the clock, from the first word on;
 * and docs/machines.md says them all. A transition that nobody has written down there fails here, and so does
 * one that stands in a table and cannot be walked.
 */
type Table = Machine<string, string, string>;
const requests = Object.entries(MACHINES) as [RequestKind, Table][];
const others: readonly Table[] = [
  awardMachine,
  activityMachine,
  hoursMachine,
  complaintMachine,
  rectifyMachine,
];
const all = [...requests.map(([, machine]) => machine), ...others].flatMap(transitionsOf);

test('docs/machines.md says every transition of the tables, and no other', () => {
  const document = readFileSync(path.join(ROOT, 'docs/machines.md'), 'utf8');
  const lines = document.split('\n').filter((line) => /^\| (?!machine|---)/.test(line));
  assert.deepEqual(lines.join('\n').split('\n'), written(all).split('\n'));
});

/** A town in which a document stands in that state, and what leads further: it can be gone back to. */
interface Reached<Walk> {
  kept: Kept;
  walk: Walk;
}

/** Leads to states by the fewest steps; each is walked to once, and gone back to for every way out of it. */
function guide<Walk extends object>(
  t: () => ProofTown,
  machine: Table,
  begin: (start: string) => Promise<Walk>,
  step: (walk: Walk, command: string) => Promise<unknown>,
  without: readonly string[] = [],
): (state: string) => Promise<Walk> {
  const reached = new Map<string, Reached<Walk>>();
  const walkTo = async (state: string): Promise<Walk> => {
    const ways = [machine.initial, ...(machine.alsoInitial ?? [])].flatMap((start) => {
      const way = wayTo(machine, start, state, without);
      return way === null ? [] : [{ start, way }];
    });
    const [best] = ways.sort((one, other) => one.way.length - other.way.length);
    assert.ok(best, `${machine.name}: no way to ${state}`);
    const last = best.way.at(-1);
    if (last === undefined) {
      await t().begin();
      return begin(best.start);
    }
    const walk = await at(last.from);
    await step(walk, last.command);
    return walk;
  };
  const at = async (state: string): Promise<Walk> => {
    const known = reached.get(state);
    if (known !== undefined) {
      await known.kept.restore();
      return { ...known.walk };
    }
    const walk = await walkTo(state);
    reached.set(state, { kept: t().keep(), walk: { ...walk } });
    return walk;
  };
  return at;
}

describe('every transition is walked, through the real SDK', () => {
  let t: ProofTown;
  const walked = new Set<string>();
  const name = ({ machine, from, command, to }: Transition) => `${machine}: ${from} ${command} ${to}`;
  before(async () => {
    t = await proofTown();
  });
  after(() => t.close());

  // The tables' commands are those of `STEPS` by their type; here they are read as text.
  const steps = STEPS as Readonly<Record<string, (typeof STEPS)['answer']>>;
  for (const [kind, machine] of requests) {
    const lead = (without: readonly string[]) =>
      guide(
        () => t,
        machine,
        (start) => begun(t, kind, start),
        async (walk, command) => steps[command]?.(walk),
        without,
      );
    const anyWay = lead([]);
    // Only what the desk has sent can wait for a second person.
    const sent = lead(['claim']);
    for (const transition of transitionsOf(machine))
      test(name(transition), async () => {
        const walk = await (transition.command === 'approve' ? sent : anyWay)(transition.from);
        await steps[transition.command]?.(walk);
        const entry = stored(walk).timeline.findLast(({ command }) => command === transition.command);
        assert.ok(entry, `${transition.command} is not in the timeline`);
        assert.equal(entry.from, transition.from);
        // Changing the kind leads to where the other kind begins.
        if (transition.command !== 'convert') assert.equal(entry.to, transition.to);
        walked.add(name(transition));
      });
  }

  function walkOthers(
    machine: Table,
    collection: string,
    begin: (t: ProofTown, start: string) => Promise<Other>,
    steps: Readonly<Record<string, (walk: Other) => Promise<unknown>>>,
    stateOf: (document: object) => unknown,
  ): void {
    const lead = guide(
      () => t,
      machine,
      (start) => begin(t, start),
      async (walk, command) => steps[command]?.(walk),
    );
    for (const transition of transitionsOf(machine))
      test(name(transition), async () => {
        const walk = await lead(transition.from);
        const now = () => stateOf(t.store.find(collection, { _id: walk.id }).documents[0] ?? {});
        assert.equal(now(), transition.from);
        await steps[transition.command]?.(walk);
        assert.equal(now(), transition.to);
        walked.add(name(transition));
      });
  }
  const state = (document: object) => Reflect.get(document, 'state');
  const inside = (field: string, key: string) => (document: object) => {
    const found: unknown = Reflect.get(document, field);
    const one: unknown = Array.isArray(found) ? found[0] : found;
    return typeof one === 'object' && one !== null ? Reflect.get(one, key) : undefined;
  };
  walkOthers(awardMachine, 'nominations', nominated, AWARD_STEPS, state);
  walkOthers(activityMachine, 'activities', planned, ACTIVITY_STEPS, state);
  walkOthers(hoursMachine, 'activities', served, HOURS_STEPS, (document) =>
    inside('hours', 'state')({ hours: inside('volunteers', 'hours')(document) }),
  );
  walkOthers(complaintMachine, 'complaints', complained, COMPLAINT_STEPS, state);
  walkOthers(rectifyMachine, 'requests', badlyRated, RECTIFY_STEPS, inside('rectify', 'state'));

  test('and none was left out', () => {
    assert.deepEqual(
      all.map(name).filter((one) => !walked.has(one)),
      [],
    );
  });
});
