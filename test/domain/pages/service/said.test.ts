import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '../../../../miniprogram/contract/limits';
import { fromItem, fromList } from '../../../../miniprogram/packages/service/said/from-item';
import {
  missingIn,
  needsConsent,
  needsHealthConsent,
  submitInput,
  withoutContact,
  withoutHealth,
} from '../../../../miniprogram/packages/service/said/input';
import {
  isSaid,
  NOTHING_SAID,
  openedWith,
  type Said,
  titleOf,
} from '../../../../miniprogram/packages/service/said/said';
import { saidAgain } from '../../../../miniprogram/packages/service/said/said-again';
import { whoChips } from '../../../../miniprogram/packages/service/said/who';

const said = (more: Partial<Said>): Said => ({ ...NOTHING_SAID, ...more });
const recording = { path: 'wxfile://store_a.mp3', seconds: 7 };

test('what ails somebody is asked about on its own; without a yes a doctor is asked for and nothing else', () => {
  const ill = said({
    text: '血压高头晕',
    category: 'home_clinic',
    kind: 'errand',
    kindGiven: true,
    recording,
  });
  assert.equal(needsHealthConsent(ill), true);
  assert.equal(
    needsHealthConsent(said({ text: '想剪头发', category: 'elder_care', kindGiven: true })),
    false,
  );
  assert.deepEqual(submitInput({ ...ill, health: true }).agreed, ['health']);
  const without = withoutHealth(ill);
  assert.deepEqual([without.recording, needsHealthConsent(without)], [null, false]);
  assert.doesNotMatch(JSON.stringify(submitInput(without)), /血压|agreed/);
  assert.equal(submitInput(without).category, 'home_clinic');
});

test('a recording alone is something said', () => {
  assert.equal(isSaid(said({ recording })), true);
  assert.equal(isSaid(said({ text: '  ' })), false);
});

test('what waits for the network is found again by its first words, or by the length of the recording', () => {
  assert.equal(titleOf(said({ text: '水管冻了，屋里没水，孩子等着洗澡' })), '水管冻了，屋里没水，孩子等…');
  assert.equal(titleOf(said({ recording })), '一段话，7 秒');
});

const NOT_FROM_THE_CATALOGUE = { itemId: '', itemTitle: '', child: null, shopping: null };

test('the way in names the kind, the service and for whom, and never touches the words', () => {
  const kept = said({ text: '帮我妈取个药' });
  assert.deepEqual(openedWith(kept, { kind: 'errand', category: 'elder_care', for: 'other' }), {
    kind: 'errand',
    kindGiven: true,
    category: 'elder_care',
    ...NOT_FROM_THE_CATALOGUE,
    forWhom: 'family',
  });
});

test('coming back without a kind leaves an unfinished sentence as it was, and an empty one without a kind', () => {
  assert.deepEqual(openedWith(said({ text: '灯坏了', kind: 'grid', kindGiven: true }), {}), {});
  assert.deepEqual(openedWith(said({ kind: 'wish', kindGiven: true }), {}), {
    kind: '',
    kindGiven: false,
    category: '',
    ...NOT_FROM_THE_CATALOGUE,
  });
});

test('from the catalogue nothing has to be typed, own words stay, and another item takes the first one’s place [S72]', () => {
  const hair = { id: 'i1', title: '上门理发', category: 'elder_care' } as const;
  const first = said({ ...fromItem(NOTHING_SAID, hair, null) });
  assert.deepEqual(
    [first.text, first.kind, first.kindGiven, first.itemId],
    ['想办：上门理发', 'errand', true, 'i1'],
  );
  const wish = { id: 'i2', title: '想照张像', category: 'wish' } as const;
  const second = said({ ...first, ...fromItem(first, wish, null) });
  assert.deepEqual([second.text, second.kind, second.itemId], ['想办：想照张像', 'wish', 'i2']);
  assert.equal(fromItem(said({ text: '我妈想理发' }), hair, null).text, '我妈想理发');
  assert.deepEqual(openedWith(first, { item: 'i1' }), {}, 'the draft says it already');
  assert.equal(submitInput(first).itemId, 'i1');
});

test('what an item or a list had put there goes when one comes another way; own words and going back leave it [S72]', () => {
  const hair = { id: 'i1', title: '上门理发', category: 'elder_care' } as const;
  const item = said(fromItem(NOTHING_SAID, hair, null));
  const list = said(fromList(NOTHING_SAID, { list: ['鸡蛋两斤'], ceiling: 100 }));
  for (const prefilled of [item, list]) {
    const other = said({ ...prefilled, ...openedWith(prefilled, {}) });
    assert.deepEqual([other.text, other.itemId, other.shopping, other.kind], ['', '', null, '']);
    const wish = said({ ...prefilled, ...openedWith(prefilled, { kind: 'wish' }) });
    assert.deepEqual([wish.text, wish.itemId, wish.kind], ['', '', 'wish']);
    assert.deepEqual(openedWith(prefilled, { back: '1' }), {}, 'back from reading it over');
    assert.equal('text' in openedWith(said({ ...prefilled, text: `${prefilled.text}，周六来` }), {}), false);
    assert.equal('text' in openedWith(said({ ...prefilled, recording }), {}), false, 'and a recording');
  }
});

test('an address with nonsense in it changes nothing', () => {
  assert.deepEqual(
    openedWith(said({ text: '灯坏了' }), { kind: 'gold', for: 'toString', category: 'x' }),
    {},
  );
});

test('替居民记 is offered to grid workers only', () => {
  const words = (roles: Parameters<typeof whoChips>[1]['roles']) =>
    whoChips(NOTHING_SAID, { roles, elders: [] }).map(({ value }) => value);
  assert.deepEqual(words([]), ['self', 'family', 'neighbour']);
  assert.deepEqual(words(['grid_worker']), ['self', 'family', 'neighbour', 'grid']);
});

test('for oneself the telephone and door stand beside the words, for somebody else with that person', () => {
  const own = submitInput(
    said({ text: ' 灯坏了 ', kind: 'wish', communityId: 'jianguo', phone: '13800000000', when: '下午' }),
  );
  assert.equal(own.text, '灯坏了');
  assert.deepEqual(own.beneficiary, { who: 'self' });
  assert.equal(own.phone, '13800000000');
  assert.equal(own.when, '下午');

  const other = submitInput(
    said({ text: '取药', forWhom: 'family', name: '张大娘', phone: '13800000000', door: '301' }),
  );
  assert.deepEqual(other.beneficiary, {
    who: 'other',
    relation: 'family',
    name: '张大娘',
    phone: '13800000000',
    building: '',
    door: '301',
  });
  assert.equal(other.phone, '');
  assert.equal(other.door, '');
});

test('who does not choose a kind is not made to: it goes to the desk without becoming public', () => {
  assert.equal(submitInput(said({ text: '灯坏了' })).kind, 'errand');
  assert.equal(submitInput(said({ text: '灯坏了' })).category, null);
});

test('nobody need be at home for a street lamp', () => {
  assert.equal(submitInput(said({ text: '路灯不亮', kind: 'grid', when: '晚上' })).when, '');
});

test('what is missing is named by its field, one thing at a time', () => {
  const field = (more: Partial<Said>) => missingIn(said(more))?.field;
  assert.equal(field({}), 'text');
  assert.equal(field({ recording, forWhom: 'family', communityId: 'jianguo' }), 'beneficiary.name');
  assert.equal(field({ recording }), 'communityId');
  assert.equal(field({ recording, communityId: 'jianguo' }), undefined);
  assert.equal(
    missingIn(said({ text: '好'.repeat(LIMITS.sentence + 3) }))?.says,
    '多了 3 个字，短一点就能交',
  );
});

test('telephone and address are asked about before they leave the phone, and can be left out', () => {
  assert.equal(needsConsent(said({ text: '灯坏了' })), false);
  assert.equal(needsConsent(said({ door: '301' })), true);
  assert.equal(needsConsent(withoutContact(said({ phone: '1', building: '2', door: '3' }))), false);
});

test('what came back refused is a draft again, word for word', () => {
  const before = said({
    text: '取药',
    kind: 'errand',
    kindGiven: true,
    category: 'elder_care',
    forWhom: 'neighbour',
    name: '王大爷',
    phone: '13800000000',
    building: '3 号楼',
    door: '301',
    when: '上午',
    communityId: 'jianguo',
    recording,
  });
  assert.deepEqual({ ...NOTHING_SAID, ...saidAgain({ input: submitInput(before), recording }) }, before);
});

test('something of an older version is taken over as far as it goes', () => {
  assert.equal(saidAgain({ input: { text: '灯坏了' }, recording: null }).text, '灯坏了');
});
