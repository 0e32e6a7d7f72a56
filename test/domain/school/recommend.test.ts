import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SurveyAnswers } from '@contract/survey';
import { periodOf } from '../../../cloudfunctions/school/survey/period';
import { recommend } from '../../../cloudfunctions/school/survey/recommend';
import { sampleCourses } from '../../../database/seed/samples/courses';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const nothing: SurveyAnswers = {
  knowledge: [],
  skills: [],
  experience: [],
  governance: [],
  groups: [],
  times: [],
  words: '',
};
const of = (answers: Partial<SurveyAnswers>, who = 'me') =>
  recommend({ ...nothing, ...answers }, sampleCourses(NOW), who);

test('what somebody lacks is what they are offered, with the answer that asked for it [S8] [S44]', () => {
  const found = of({ skills: ['mediation'] });
  assert.deepEqual(
    found.map(({ course }) => course._id),
    ['c-hallway', 'c-quarrel'],
  );
  assert.ok(found.every(({ reason }) => reason === '因为您选了“劝架调解”'));
});

test('who has skipped everything is offered nothing; when and who alone put nothing into a package', () => {
  assert.deepEqual(of({}), []);
  assert.deepEqual(of({ times: ['evening'], groups: ['community'], words: '随便' }), []);
});

test('a course that meets two answers comes before one that meets one, and free evenings decide between equals [S44]', () => {
  const [first] = of({ skills: ['mediation'], experience: ['case'] });
  assert.equal(first?.course._id, 'c-quarrel');
  assert.equal(first?.reason, '因为您选了“劝架调解”和“真案例”');
  const [night] = of({ knowledge: ['fraud', 'rights'], times: ['evening'] });
  assert.match(night?.reason ?? '', /因为您选了“.+”和“晚上”/);
});

test('what the neighbourhood needs leads to a course as well [S8]', () => {
  assert.ok(of({ governance: ['dispute'] }).some(({ reason }) => reason.includes('矛盾纠纷化解')));
});

test('a course that is ordered already, or not approved, is not offered again', () => {
  const courses = sampleCourses(NOW).map((course) => ({
    ...course,
    approved: course._id !== 'c-hallway',
    orders: course._id === 'c-quarrel' ? [{ personId: 'me', at: NOW }] : [],
  }));
  assert.deepEqual(recommend({ ...nothing, skills: ['mediation'] }, courses, 'me'), []);
});

test('a year ends at midnight in Shanghai, half a year in July [S43]', () => {
  assert.deepEqual(periodOf(Date.parse('2026-12-31T23:59:00+08:00'), 1), {
    name: '2026',
    until: Date.parse('2027-01-01T00:00:00+08:00'),
  });
  assert.equal(periodOf(Date.parse('2027-01-01T00:00:00+08:00'), 1).name, '2027');
  assert.deepEqual(periodOf(Date.parse('2026-06-30T23:59:00+08:00'), 2), {
    name: '2026-1',
    until: Date.parse('2026-07-01T00:00:00+08:00'),
  });
  assert.equal(periodOf(Date.parse('2026-07-01T00:00:00+08:00'), 2).name, '2026-2');
});
