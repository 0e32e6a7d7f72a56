import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WishCard } from '../../../../miniprogram/contract/service';
import type { TaskCard } from '../../../../miniprogram/contract/work';
import { emergencyLook } from '../../../../miniprogram/packages/service/emergency/emergency.view';
import { endedLine, taskLine } from '../../../../miniprogram/packages/service/helping/helping.view';
import { joinPages, teamingLines, wallLines } from '../../../../miniprogram/packages/service/wall/wall.view';
import { daysAt, promiseWord, wishLook } from '../../../../miniprogram/packages/service/wish/wish.view';
import { DAY, HOUR, NOW } from './sample';

const communities = [{ id: 'jianguo', name: '建国社区' }];
const wish = (more: Partial<WishCard> = {}): WishCard => ({
  id: 'w1',
  text: '想要个好使的收音机，听评书',
  communityId: 'jianguo',
  since: NOW - 9 * DAY,
  returned: false,
  mine: false,
  company: null,
  sample: true,
  ...more,
});
const task = (more: Partial<TaskCard> = {}): TaskCard => ({
  id: 't1',
  no: '1029-AB12',
  kind: 'wish',
  title: '收音机',
  state: 'claimed',
  word: '有人接了',
  sentence: '微心愿 · 自己说的',
  dueAt: NOW + 2 * DAY,
  late: false,
  channel: 'self',
  at: NOW,
  sample: true,
  ...more,
});

test('on the wall only the first wish that can be taken has the solid button', () => {
  const lines = wallLines(
    [wish({ id: 'a', mine: true }), wish({ id: 'b' }), wish({ id: 'c' })],
    communities,
    NOW,
    null,
  );
  assert.deepEqual(
    lines.map(({ id, first }) => [id, first]),
    [
      ['a', false],
      ['b', true],
      ['c', false],
    ],
  );
});

test('a wish says its community and how long it has waited, and an unnamed community stays a placeholder', () => {
  const [line] = wallLines([wish()], communities, NOW, null);
  assert.deepEqual([line?.community, line?.since], ['建国社区', '提了 9 天']);
  assert.equal(
    wallLines([wish({ communityId: 'elsewhere' })], communities, NOW, null)[0]?.community,
    '社区（名称待填写）',
  );
});

test('the large version shows three', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((id) => wish({ id }));
  assert.equal(wallLines(five, communities, NOW, 3).length, 3);
});

test('a wish that moved between two pages is shown once', () => {
  const pages = joinPages([wish({ id: 'a' }), wish({ id: 'b' })], [wish({ id: 'b' }), wish({ id: 'c' })]);
  assert.deepEqual(
    pages.map(({ id }) => id),
    ['a', 'b', 'c'],
  );
});

test('who may not take a wish reads who can, and whose own it is reads that', () => {
  assert.equal(wishLook({ ...wish(), next: ['claim'] }, communities, NOW).note, '');
  assert.match(wishLook({ ...wish(), next: [] }, communities, NOW).note, /志愿者/);
  assert.match(wishLook({ ...wish({ mine: true }), next: [] }, communities, NOW).note, /您的心愿/);
});

test('three days are offered from tomorrow, each by its weekday, and further ones on request', () => {
  const days = daysAt(NOW, 0);
  assert.deepEqual(
    days.choices.map(({ word, date }) => `${word} ${date}`),
    ['周五 10月30日', '周六 10月31日', '周日 11月1日'],
  );
  assert.equal(days.sooner, false);
  assert.equal(daysAt(NOW, 1).choices[0]?.date, '11月2日');
  assert.equal(daysAt(NOW, 99).later, false);
  assert.equal(daysAt(NOW, -1).sooner, false);
});

test('every day that is offered lies in the future, until its last moment', () => {
  for (const { at } of daysAt(NOW, 0).choices) assert.ok(at > NOW);
});

test('the button repeats the promise in words', () => {
  const days = daysAt(NOW, 0);
  assert.equal(promiseWord(days, null), '选个日子');
  assert.equal(promiseWord(days, days.choices[1]?.at ?? 0), '周六前，我来办');
});

test('a task says its day, in millet when it is near and in rust when it has passed, and never blames', () => {
  assert.deepEqual([taskLine(task(), NOW).due, taskLine(task(), NOW).tone], ['最晚后天', 'frost']);
  assert.equal(taskLine(task({ dueAt: NOW + HOUR }), NOW).tone, 'millet');
  const late = taskLine(task({ dueAt: NOW - DAY, late: true }), NOW);
  assert.equal(late.tone, 'rust');
  assert.equal(late.due, '说好昨天，过了日子，先跟人家说一声');
  assert.equal(endedLine(task({ dueAt: NOW - DAY, late: true }), NOW).due, '');
});

test('a task opens the page where it is worked on', () => {
  assert.equal(taskLine(task(), NOW).link, '/packages/grid/task/task?id=t1');
});

test('the number that fits the danger stands first, and all three are always there', () => {
  const phones = (said: string) => emergencyLook(said).lines.map(({ phone }) => phone);
  assert.deepEqual(phones('胸口疼'), ['120', '119', '110']);
  assert.deepEqual(phones('着火'), ['119', '120', '110']);
  assert.deepEqual(phones('打人'), ['110', '120', '119']);
  assert.deepEqual(phones(''), ['120', '119', '110']);
});

test('the emergency page repeats only words of danger, whatever its address says', () => {
  assert.equal(emergencyLook(encodeURIComponent('胸口疼')).word, '胸口疼');
  assert.equal(emergencyLook('点这里领奖').word, '');
  assert.equal(emergencyLook('%E4%zz').title, '先打急救电话');
});

test('a wish claimed together says who leads, until when, and whether somebody is still wanted [S63]', () => {
  const lead = { name: '王**', role: '党员', sample: false };
  const company = { lead, left: 2, promisedFor: NOW + DAY };
  const joins = wishLook({ ...wish({ company }), next: ['team_up'] }, communities, NOW);
  assert.deepEqual([joins.joins, joins.takes, joins.note], [true, false, '']);
  assert.equal(joins.company, '党员王**领着办，明天前。还差 2 位搭手');
  const full = wishLook(
    { ...wish({ company: { ...company, left: 0 } }), next: ['step_out'] },
    communities,
    NOW,
  );
  assert.deepEqual([full.leaves, full.company.endsWith('人齐了')], [true, true]);
  assert.equal(teamingLines([wish({ company })], NOW)[0]?.sub, joins.company);
});
