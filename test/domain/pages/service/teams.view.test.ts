import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActivityView } from '../../../../miniprogram/contract/activity';
import { length, placeWord, teamWord } from '../../../../miniprogram/lib/activity-line';
import { deskLook } from '../../../../miniprogram/packages/office/activity/activity.view';
import { EMPTY, missing, planOf } from '../../../../miniprogram/packages/office/team/team.view';
import { activityLook } from '../../../../miniprogram/packages/service/activity/activity.view';
import { certificateLook } from '../../../../miniprogram/packages/service/certificate/certificate.view';
import { teamsLook } from '../../../../miniprogram/packages/service/teams/teams.view';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const HOUR = 3_600_000;
const view: ActivityView = {
  id: 'a',
  title: '样例活动',
  kind: 'comfort',
  project: 'sunset',
  team: { id: 'third', name: null },
  startsAt: NOW + HOUR,
  endsAt: NOW + 3 * HOUR,
  place: '样例地点',
  state: 'open',
  left: 2,
  mine: false,
  sample: true,
  text: '坐坐',
  bring: [],
  places: 4,
  cancelled: '',
  hours: null,
  next: ['join'],
};

test('a team without a name stays a visible placeholder, hours are said as a person says them', () => {
  assert.match(teamWord(view.team), /待填写/);
  assert.deepEqual([length(120), length(90), length(45)], ['2 小时', '1 小时 30 分', '45 分']);
});

test('an activity offers what the reply offers: a place, then one’s own hours, never both', () => {
  assert.equal(activityLook(view, NOW).main, 'join');
  const hours = { state: 'draft' as const, minutes: 90, words: '', no: '' };
  const over = activityLook(
    { ...view, state: 'ended', hours, next: ['confirm_hours', 'correct_hours'] },
    NOW,
  );
  assert.equal(over.main, 'confirm_hours');
  assert.equal(over.canCorrect, true);
  assert.equal(activityLook({ ...view, next: [] }, NOW).main, '');
  assert.equal(placeWord({ ...view, left: 0 }).word, '人手够了');
});

test('the four projects and the teams are ways in; one team’s page shows its activities alone [S63] [S64]', () => {
  const all = teamsLook([view.team], [view], { team: null, project: null }, NOW);
  assert.deepEqual([all.projects.length, all.teams.length, all.coming.length], [4, 1, 1]);
  assert.equal(all.coming[0]?.spoken, '今天上午 10\u00a0点', 'in 大字版 the hour is said, not written');
  assert.deepEqual(teamsLook([view.team], [view], { team: null, project: 'science' }, NOW).coming, []);
});

test('who organises certifies what was confirmed, answers what was asked, and neither for themself', () => {
  const hours = (state: 'confirmed' | 'asked') => ({ state, minutes: 60, words: '早走了', no: '' });
  const roster = [
    { seat: '1', name: '甲', hours: hours('confirmed'), self: false },
    { seat: '2', name: '乙', hours: hours('asked'), self: false },
    { seat: '3', name: '丙', hours: hours('confirmed'), self: true },
  ];
  const lines = deskLook({ activity: view, roster, canCancel: false }, NOW).roster;
  assert.deepEqual(
    lines.map(({ certify, settle }) => [certify, settle]),
    [
      [true, false],
      [false, true],
      [false, false],
    ],
  );
  assert.notEqual(lines[2]?.note, '');
});

test('a plan is in the street’s time whatever the phone’s zone, and names what is missing', () => {
  assert.equal(missing(EMPTY), 'title');
  const form = { ...EMPTY, title: '甲', text: '乙', place: '丙', day: '2026-11-25', kind: 'comfort' };
  assert.equal(missing(form), '');
  assert.equal(missing({ ...form, to: '08:00' }), 'endsAt');
  assert.equal(planOf(form).startsAt, Date.parse('2026-11-25T01:00:00Z'));
});

test('a certificate says who, what, how long, by whom; what nobody gave is 待填写', () => {
  const paper = certificateLook({
    no: '20261123-AAAAAA',
    name: '',
    title: '样例活动',
    kind: 'comfort',
    team: { id: 'scissors', name: '金剪刀' },
    startsAt: NOW,
    endsAt: NOW + 2 * HOUR,
    minutes: 120,
    certifiedAt: NOW,
    issuer: null,
    sample: true,
  });
  assert.equal(paper.issuer, '待填写');
  for (const words of ['待填写', '2026年11月23日 09:00', '金剪刀服务队', '2 小时'])
    assert.ok(paper.text.includes(words), words);
});
