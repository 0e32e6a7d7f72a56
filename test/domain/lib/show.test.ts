import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refused, Unreachable } from '../../../miniprogram/api/failures';
import { shown } from '../../../miniprogram/api/show';

function pageIn(state: string) {
  const page = {
    data: { state } as Record<string, unknown> & { state: string },
    setData(change: object) {
      Object.assign(page.data, change);
    },
  };
  return page;
}
const fails = (failure: Error) => () => Promise.reject(failure);

test('a page that shows something keeps it when a later read gets no answer', async () => {
  const page = pageIn('ready');
  await shown(page, fails(new Unreachable('offline')));
  assert.deepEqual(page.data, { state: 'ready' });
});

test('a page with nothing on it says why, and whether there is no network', async () => {
  const page = pageIn('loading');
  await shown(page, fails(new Unreachable('offline')));
  assert.deepEqual([page.data.state, page.data.offline], ['error', true]);
});

test('what is refused goes, also when it was shown before, and the page says for whom it is', async () => {
  const page = pageIn('ready');
  const no = new Refused({ code: 'NOT_ALLOWED', says: '换个人来' });
  await shown(page, fails(no), (says) => `这一页给网格员用。${says}`);
  assert.deepEqual([page.data.state, page.data.gone], ['empty', '这一页给网格员用。换个人来']);
});
