import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Machine } from '../../cloudfunctions/core/machine';
import { problemsOf } from '../../cloudfunctions/core/machine-check';
import { contentMachine } from '../../cloudfunctions/school/content/machine';
import { decisionMachine } from '../../cloudfunctions/school/decision/machine';
import { homeLessonMachine } from '../../cloudfunctions/school/home-lesson/machine';
import { matterMachine } from '../../cloudfunctions/school/matter/machine';
import { pairMachine } from '../../cloudfunctions/school/pair/machine';
import { planMachine } from '../../cloudfunctions/school/plan/machine';
import { sessionMachine } from '../../cloudfunctions/school/session/machine';
import { walkMachine } from '../../cloudfunctions/school/walk/machine';
import { activityMachine, hoursMachine } from '../../cloudfunctions/service/activity/machine';
import { awardMachine } from '../../cloudfunctions/service/award/machine';
import { MACHINES } from '../../cloudfunctions/service/request/machines';
import { SENTENCES } from '../../cloudfunctions/service/request/sentences';
import { STATE_WORDS } from '../../cloudfunctions/service/request/words';
import { tripMachine } from '../../cloudfunctions/service/trip/machine';

const machines: readonly Machine<string, string, string>[] = [
  sessionMachine,
  homeLessonMachine,
  pairMachine,
  walkMachine,
  activityMachine,
  hoursMachine,
  awardMachine,
  contentMachine,
  matterMachine,
  planMachine,
  tripMachine,
  decisionMachine,
  ...Object.values(MACHINES),
];

for (const machine of machines) {
  test(`every state of the ${machine.name} can be reached, none is stuck, all come to an end`, () => {
    assert.deepEqual(problemsOf(machine), []);
  });
}

test('the check sees a state that is stuck, one that cannot be reached, and a timer without an exit', () => {
  const broken: Machine<string, string, string> = {
    name: 'broken',
    initial: 'a',
    terminal: ['z'],
    states: {
      a: { on: { go: { to: 'b', by: ['me'] } }, timers: [{ name: 't', does: 'vanish' }] },
      b: { on: {} },
      c: { on: { end: { to: 'z', by: [] } } },
      z: { on: {} },
    },
  };
  const text = problemsOf(broken).join('\n');
  for (const hint of [
    'b is stuck',
    'c cannot be reached',
    'nobody may end',
    'no exit',
    'from a nothing leads to an end',
  ])
    assert.match(text, new RegExp(hint));
});

test('every state of a request has its words and every command its sentence', () => {
  for (const machine of Object.values(MACHINES)) {
    for (const [state, rule] of Object.entries(machine.states)) {
      assert.ok(Reflect.has(STATE_WORDS, state), state);
      for (const command of Object.keys(rule.on)) assert.ok(Reflect.has(SENTENCES, command), command);
    }
  }
});
