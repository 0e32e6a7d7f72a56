import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goneWords, wayBack } from '../../../../miniprogram/packages/office/matter/matter.view';

const NODDING = 'packages/office/approvals/approvals';
const TRIAGE = 'packages/office/triage/triage';

test('the way back is called by the page that one came from, never by one that may be closed to the reader', () => {
  assert.deepEqual([NODDING, TRIAGE, 'packages/people/inbox/inbox', ''].map(wayBack), [
    '回“等您点头”',
    '回受理台',
    '回上一页',
    '回“我的”',
  ]);
});

test('who came to nod reads what became of it, everybody else what the refusal says', () => {
  assert.match(goneWords(NODDING, 'NOT_FOUND', '没找到'), /不用您点头了/);
  assert.equal(goneWords(NODDING, 'AGREED_ALREADY', '点过头了'), '点过头了');
  assert.equal(goneWords(TRIAGE, 'NOT_FOUND', '没找到'), '没找到');
});
