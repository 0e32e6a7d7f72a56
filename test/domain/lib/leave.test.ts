import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unreachable } from '../../../miniprogram/api/failures';
import { askLeave, type Leave } from '../../../miniprogram/api/leave';

interface Asked {
  leave: Promise<Leave>;
  ids: string[][];
  told: unknown[];
}

/** One tap on 提醒我 with these templates of the operator, and what WeChat answers to the dialog. */
function tap(ids: Readonly<Record<string, string>>, dialog: () => object): Asked {
  const asked: string[][] = [];
  const told: unknown[] = [];
  const leave = askLeave(
    {
      templateId: (template) => ids[template] ?? '',
      async dialog(tmplIds) {
        asked.push(tmplIds);
        return dialog();
      },
      tell: async (input) => told.push(input),
    },
    ['progress', 'class', 'visit'],
  );
  return { leave, ids: asked, told };
}
const IDS = { progress: 'P', class: 'C' };
const failing = (errCode: number) => () => {
  throw { errMsg: 'requestSubscribeMessage:fail', errCode };
};

for (const [answer, leave] of [
  ['accept', 'yes'],
  ['reject', 'no'],
  ['ban', 'no'],
  ['filter', 'no'],
] as const)
  test(`WeChat’s answer ${answer} is told to the server as it is, and means ${leave}`, async () => {
    const asked = tap(IDS, () => ({ errMsg: 'requestSubscribeMessage:ok', P: answer, C: 'reject' }));
    assert.equal(await asked.leave, leave);
    assert.deepEqual(asked.ids, [['P', 'C']], 'only templates that the operator has');
    const answers = [
      { template: 'progress', answer },
      { template: 'class', answer: 'reject' },
    ];
    assert.deepEqual(asked.told, [{ answers }]);
  });

test('with the main switch off nothing is told to the server, and the page can say where the switch is', async () => {
  const asked = tap(IDS, failing(20004));
  assert.equal(await asked.leave, 'off');
  assert.deepEqual(asked.told, []);
});

for (const errCode of [10002, 10003, 20001, 20005])
  test(`WeChat’s trouble ${errCode} is a fault of ours and is never taken for a no`, async () => {
    const asked = tap(IDS, failing(errCode));
    await assert.rejects(asked.leave, Unreachable);
    assert.deepEqual(asked.told, []);
  });

test('an answer that nobody knows yet is not told as another', async () => {
  const asked = tap(IDS, () => ({ P: 'acceptSomehow' }));
  assert.equal(await asked.leave, 'no');
  assert.deepEqual(asked.told, []);
});

test('without templates nobody is asked', async () => {
  const asked = tap({}, () => ({}));
  assert.equal(await asked.leave, 'no');
  assert.deepEqual(asked.ids, []);
});
