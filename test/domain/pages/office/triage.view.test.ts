import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequestView, Withheld } from '../../../../miniprogram/contract/service';
import type { TaskCard, TriageView } from '../../../../miniprogram/contract/work';
import { sentWith } from '../../../../miniprogram/packages/office/components/vouch/vouch.view';
import { dangerWord, type Tab, triageLook } from '../../../../miniprogram/packages/office/triage/triage.view';
import { NOW } from '../service/sample';

const card = (id: string): TaskCard => ({
  id,
  no: '1',
  kind: 'errand',
  title: '取药',
  state: 'processing',
  word: '在办',
  sentence: '',
  dueAt: NOW,
  late: false,
  channel: 'self',
  at: NOW,
  sample: false,
});
const desk = (unchecked: TaskCard[]): TriageView => ({
  communityName: '建国社区',
  waiting: [card('a')],
  soon: [],
  replies: [],
  unchecked,
});

test('what WeChat never answered about has a place of its own at the desk, only while there is some', () => {
  const words = (view: TriageView) => triageLook(view, 'waiting', NOW).tabs.map(({ word }) => word);
  assert.deepEqual(words(desk([])), ['等您分 1', '快到点 0', '等回话 0']);
  assert.equal(words(desk([card('b')])).at(-1), '等您过目 1');
  const chosen = (tab: Tab, view: TriageView) => triageLook(view, tab, NOW);
  assert.deepEqual(
    chosen('unchecked', desk([card('b')])).lines.map(({ id }) => id),
    ['b'],
  );
  assert.equal(chosen('unchecked', desk([])).tab, 'waiting', 'the last one was looked at');
  assert.equal(chosen('soon', desk([])).empty, '没有快到点的');
});

test('a list that may go on says so, and its number does not pass for the whole', () => {
  const many = (amount: number): TriageView => ({
    ...desk([]),
    waiting: Array.from({ length: amount }, (_, index) => card(`${index}`)),
  });
  const look = (amount: number) => triageLook(many(amount), 'waiting', NOW);
  assert.deepEqual([look(49).tabs[0]?.word, look(49).more], ['等您分 49', '']);
  assert.equal(look(50).tabs[0]?.word, '等您分 50+');
  assert.match(look(50).more, /先列最急的 50 件/);
  assert.equal(triageLook(many(50), 'soon', NOW).more, '', 'another list ends');
});

const audio = (withheld: Withheld | null): RequestView['audio'] => ({
  url: 'voice.mp3',
  seconds: 7,
  waiting: false,
  heard: false,
  withheld,
});
const receipt = (withheld: Withheld | null, waiting = false): RequestView['receipt'] => ({
  url: 'receipt.jpg',
  waiting,
  shown: withheld === null && !waiting,
  withheld,
});

test('the desk is asked only about what WeChat said nothing of; of everything else it reads who has it', () => {
  assert.deepEqual(sentWith({ audio: audio(null), receipt: null }), [], 'who comes hears it: no more to say');
  const [voice] = sentWith({ audio: audio('unanswered'), receipt: null });
  assert.deepEqual([voice?.asks, voice?.yes, voice?.no], [true, '来办的人能听', '只留在社区']);
  for (const withheld of ['risky', 'kept'] as const) {
    const [kept] = sentWith({ audio: audio(withheld), receipt: null });
    assert.deepEqual([kept?.asks, /来办的人/.test(kept?.says ?? '')], [false, true], withheld);
  }
  const says = (given: RequestView['receipt']) => sentWith({ audio: null, receipt: given })[0]?.says ?? '';
  assert.match(says(receipt(null, true)), /过一会儿人家才看得到/);
  assert.match(says(receipt(null)), /都看得到/);
  assert.match(says(receipt('unanswered')), /只拍了小票，就能给人家看/);
  assert.match(says(receipt('kept')), /先不给人家看/);
});

test('a word of danger is whole on its line however large the letters; a whole sentence may be broken', () => {
  const open = (word: string) => [{ kind: 'medical' as const, word }];
  assert.ok(dangerWord(open('胸口疼')).includes('“胸\u2060口\u2060疼”'));
  assert.ok(dangerWord(open('我妈躺在地上怎么叫也不答应')).includes('“我妈躺在地上怎么叫也不答应”'));
  assert.match(dangerWord([...open('胸口疼'), ...open('摔了')]), /，共\u00a02\u00a0件。先打电话$/);
  assert.equal(dangerWord([]), '');
});
