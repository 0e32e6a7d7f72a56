import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  withCategory,
  withField,
  withKind,
  withTime,
  withWhom,
} from '../../../../miniprogram/packages/service/confirm/chosen';
import { type ConfirmWay, confirmLook } from '../../../../miniprogram/packages/service/confirm/confirm.view';
import { placeOf, troubleLook } from '../../../../miniprogram/packages/service/confirm/trouble.view';
import { NOTHING_SAID, type Said } from '../../../../miniprogram/packages/service/said/said';

const communities = [
  { id: 'jianguo', name: '建国社区' },
  { id: 'second', name: null },
];
const look = (said: Partial<Said>, way: Partial<ConfirmWay> = {}) =>
  confirmLook({ ...NOTHING_SAID, ...said }, { communities, hasPhone: false, roles: [], elders: [], ...way });

test('the kind is asked only when the way in did not say it, and nothing is chosen beforehand', () => {
  assert.equal(look({}).asksKind, true);
  assert.equal(look({}).kind, '');
  const given = look({ kind: 'wish', kindGiven: true });
  assert.equal(given.asksKind, false);
  assert.equal(given.kindWord, '算微心愿');
});

test('a service that was chosen by its name is called by its name', () => {
  assert.equal(look({ kind: 'errand', kindGiven: true, category: 'elder_care' }).kindWord, '算老年关爱');
});

test('when somebody is at home is asked for what is done at home', () => {
  assert.equal(look({ kind: 'errand' }).asksWhen, true);
  assert.equal(look({ kind: 'grid' }).asksWhen, false);
  assert.deepEqual(
    look({ when: '下午' }).times.filter(({ on }) => on),
    [{ word: '下午', on: true }],
  );
});

test('the community is asked for only while it is unknown; the unnamed one is a visible placeholder', () => {
  assert.equal(look({}).asksCommunity, true);
  const known = look({ communityId: 'jianguo' });
  assert.equal(known.asksCommunity, false);
  assert.equal(known.communityWord, '建国社区');
  assert.deepEqual(
    known.communities.map(({ word }) => word),
    ['建国社区', '社区二（名称待填写）'],
  );
});

test('the stored number serves for oneself, not for the neighbour', () => {
  assert.equal(look({}, { hasPhone: true }).whose, '用存好的');
  assert.equal(look({ forWhom: 'neighbour' }, { hasPhone: true }).whose, '可以不填');
  assert.equal(look({ door: '301' }).whose, '写好了');
});

test('who sees it is said, and for a wish what the wall does not say', () => {
  assert.match(look({ kind: 'errand' }).promise, /谁看过都记着/);
  assert.match(look({ kind: 'wish' }).promise, /不写姓名/);
});

test('a refusal marks the field that it names, whoever it belongs to', () => {
  assert.deepEqual(placeOf('beneficiary.phone'), { wrong: 'phone', inContact: true, inRows: true });
  assert.deepEqual(placeOf('communityId'), { wrong: 'communityId', inContact: false, inRows: true });
  assert.deepEqual(placeOf('text'), { wrong: 'text', inContact: false, inRows: false });
});

test('what must be changed is opened, and what stood open stays so', () => {
  const open = { contactOpen: false, writing: false, detailsOpen: false, folded: true };
  const phone = troubleLook('电话好像少了一位', 'beneficiary.phone', open);
  assert.deepEqual([phone.troubleAt, phone.contactOpen, phone.folded], ['rows', true, false]);
  const text = troubleLook('还没说是啥事呢', 'text', open);
  assert.deepEqual([text.troubleAt, text.writing, text.folded], ['top', true, true]);
  assert.equal(troubleLook('没网', '', { ...open, contactOpen: true }).contactOpen, true);
});

test('the same card again takes the answer back; a chip names whom it is for, and a name that is no field changes nothing', () => {
  assert.deepEqual(withKind('', 'wish'), { kind: 'wish', category: '' });
  assert.deepEqual(withKind('wish', 'wish'), { kind: '', category: '' });
  assert.deepEqual(withCategory('', 'hazard'), { kind: 'grid', category: 'hazard' });
  assert.deepEqual(withCategory('hazard', 'hazard'), { kind: '', category: '' });
  assert.deepEqual([withTime('', '上午'), withTime('上午', '上午')], [{ when: '上午' }, { when: '' }]);
  const mother = { value: 'bound', person: 'p-1', word: '我妈' };
  assert.deepEqual(withWhom(mother), { forWhom: 'bound', personId: 'p-1', name: '我妈' });
  assert.deepEqual(withWhom({ value: 'self', person: 'p-1' }), { forWhom: 'self', personId: '' });
  assert.deepEqual(withWhom({ value: 'nobody' }), {});
  assert.deepEqual(withField({ name: 'door', value: '402' }), { door: '402' });
  assert.deepEqual(withField({ name: 'rid', value: 'x' }), {});
});
