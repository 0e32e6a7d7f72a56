import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequestCommand } from '../../../../miniprogram/contract/request-states';
import type { Withheld } from '../../../../miniprogram/contract/service';
import type { WorkView } from '../../../../miniprogram/contract/work';
import { requestLook } from '../../../../miniprogram/packages/service/request/request.view';
import { NOW, request } from './sample';

const look = (more: Parameters<typeof request>[0] = {}) => requestLook(request(more), NOW);
const acts = (...next: RequestCommand[]) => look({ next }).asides.map(({ act }) => act);

test('the telephone is the main thing while the matter is on its way', () => {
  const { main, mainWord, second } = look({ next: ['withdraw'] });
  assert.deepEqual([main, mainWord, second], ['call', '打电话问问', '']);
});

test('when it waits for the resident, their word is the main thing and the telephone stays beside it', () => {
  assert.equal(look({ next: ['confirm', 'reopen'] }).main, 'judge');
  assert.equal(look({ next: ['confirm', 'reopen'] }).second, '打电话');
  assert.deepEqual(acts('confirm', 'reopen'), []);
});

test('a question of the desk is shown only to who may answer it', () => {
  assert.equal(look({ question: '哪间屋？', next: ['answer'] }).question, '哪间屋？');
  assert.equal(look({ question: '哪间屋？', next: ['answer'] }).main, 'answer');
  assert.equal(look({ question: '哪间屋？', next: [] }).question, '');
});

test('what else may be done is named by the act, and only what the reply allows', () => {
  assert.deepEqual(acts('withdraw'), ['withdraw']);
  assert.deepEqual(acts('terminate'), ['terminate']);
  assert.deepEqual(acts(), []);
});

test('after it was done one may still say how it was, once, and that it is not done after all', () => {
  const rating = { solved: true, level: null, words: '', at: NOW } as const;
  const asides = (level: 5 | null) =>
    look({ next: ['rate', 'reopen'], rating: { ...rating, level } }).asides.map(({ act }) => act);
  assert.deepEqual(asides(null), ['rate', 'reopen']);
  assert.deepEqual(asides(5), ['reopen']);
});

test('the rating is repeated as it was said, and never filled in', () => {
  const rating = (more: object) =>
    look({ rating: { solved: true, level: null, words: '', at: NOW, ...more } }).rating;
  assert.equal(look().rating, '');
  assert.equal(rating({}), '您说办好了');
  assert.equal(rating({ level: 4 }), '您说办好了，满意');
  assert.equal(rating({ solved: false }), '您说还没办好');
});

test('for somebody else it says for whom, and the number to say on the telephone', () => {
  assert.equal(look().note, '编号\u00a01029-AB12');
  assert.equal(look({ forWhom: '张大娘' }).note, '为 张大娘 代提\u00a0· 编号\u00a01029-AB12');
});

test('the large version says when and who, and after the end only how it ended', () => {
  assert.equal(look().spoken, '今天下午 3\u00a0点前后');
  assert.equal(look().who, '李** 网格员在办');
  const over = look({ stage: 'done', word: '您说办好了' });
  assert.deepEqual([over.spoken, over.who], ['您说办好了', '']);
});

test('the latest sentence is the newest of the history', () => {
  assert.equal(look().latest, '灯泡买好了，下午就上门');
  assert.equal(look().history.length, 2);
});

test('a recording is played when there is an address, and said to wait when there is none', () => {
  const audio = { seconds: 7, heard: false, withheld: null };
  assert.deepEqual(look({ audio: { ...audio, url: null, waiting: true } }).audio, {
    url: '',
    seconds: 7,
    heard: false,
    note: '录音在核对，过一会儿就能听',
  });
  const heard = look({ audio: { ...audio, url: 'https://x/a.mp3', waiting: false } }).audio;
  assert.deepEqual([heard?.url, heard?.note], ['https://x/a.mp3', '']);
});

test('whoever spoke reads that nobody beside the community hears it, and that the matter goes on', () => {
  const audio = { url: 'https://x/a.mp3', seconds: 7, waiting: false, heard: false };
  const note = (withheld: Withheld) => look({ audio: { ...audio, withheld } }).audio?.note ?? '';
  for (const withheld of ['unanswered', 'risky', 'kept'] as const)
    assert.match(note(withheld), /只有您和社区听得到，事照样办/, withheld);
});

test('who also works on it finds the way to their own page', () => {
  const work: WorkView = {
    person: '',
    homeAt: '',
    community: '建国社区',
    building: '',
    hasPhone: false,
    hasDoor: false,
    canReveal: false,
    dueAt: null,
    late: false,
    tier: null,
    asksMax: false,
    helper: null,
    department: null,
    bounced: null,
    alike: [],
  };
  assert.equal(look().task, '');
  assert.equal(look({ work, next: ['progress'] }).task, '/packages/grid/task/task?id=r1');
  assert.equal(look({ work, next: ['dispatch'] }).task, '/packages/office/matter/matter?id=r1');
});
