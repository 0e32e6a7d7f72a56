import assert from 'node:assert/strict';
import { test } from 'node:test';
import { giveFrom, readInto } from '../../../miniprogram/api/desk-page';
import { Refused, Unreachable } from '../../../miniprogram/api/failures';

/** A page as far as its desk is concerned; what is stored grows by one with each command that arrives. */
function desk() {
  let rid = 1;
  const page = {
    data: { state: 'loading', view: null as unknown, busy: false } as Record<string, unknown> & {
      state: string;
      view: unknown;
      busy: boolean;
    },
    loads: 0,
    setData(change: object) {
      Object.assign(page.data, change);
    },
    show(view: string) {
      page.setData({ view, state: 'ready' });
    },
    async load() {
      page.loads += 1;
    },
    draft: {
      rid: () => `rid-${rid}`,
      drop: () => {
        rid += 1;
      },
      renew: () => {
        rid += 1;
      },
    },
  };
  return page;
}
const no = () => new Refused({ code: 'STALE', says: '刚有人动过' });

test('accepted: what came of it is shown, the form is closed, the next command has a rid of its own', async () => {
  const page = desk();
  const rids: string[] = [];
  const give = () =>
    giveFrom(
      page,
      async (rid) => {
        rids.push(rid);
        return 'signed';
      },
      '签上了',
      { sheet: '' },
    );
  await give();
  await give();
  assert.deepEqual(rids, ['rid-1', 'rid-2']);
  const { view, news, newsTone, sheet, busy } = page.data;
  assert.deepEqual([view, news, newsTone, sheet, busy], ['signed', '签上了', 'pine', '', false]);
});

test('refused: it is read anew and said why; without an answer the same rid is sent again and nothing is read', async () => {
  const page = desk();
  const rids: string[] = [];
  const failing = (failure: Error) =>
    giveFrom(
      page,
      async (rid): Promise<string> => {
        rids.push(rid);
        throw failure;
      },
      '签上了',
      {},
    );
  await failing(new Unreachable('offline'));
  assert.deepEqual([page.loads, page.data['newsTone']], [0, 'rust']);
  await failing(no());
  assert.deepEqual([page.loads, page.data['wrong'], page.data.busy], [1, '刚有人动过', false]);
  await failing(no());
  assert.deepEqual(rids, ['rid-1', 'rid-1', 'rid-2']);
  await assert.rejects(failing(new TypeError('a bug')), TypeError);
  assert.equal(page.data.busy, false);
});

test('two taps give one command; a page that shows something keeps it when it cannot be read again', async () => {
  const page = desk();
  let given = 0;
  const slow = () =>
    giveFrom(
      page,
      async () => {
        given += 1;
        return 'once';
      },
      '',
      {},
    );
  await Promise.all([slow(), slow()]);
  assert.equal(given, 1);
  await readInto(page, Promise.reject(no()));
  assert.deepEqual([page.data.view, page.data['state']], ['once', 'ready']);
  const empty = desk();
  await readInto(empty, Promise.reject(new Unreachable('offline')));
  assert.deepEqual([empty.data['state'], empty.data['offline']], ['error', true]);
});
