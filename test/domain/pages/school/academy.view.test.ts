import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  academyLook,
  COOPERATION,
  DOCTRINE,
  FOCUSES,
  INTEGRATIONS,
} from '../../../../miniprogram/packages/school/academy/academy.view';

test('the page says what the school is for in the seed’s own words [S1] [S5] [S9] [S10]', () => {
  const said = [...Object.values(DOCTRINE), ...FOCUSES.map(({ text }) => text)].join('\n');
  for (const words of [
    '麻山区',
    '最后一公里',
    '党校姓党',
    '学思践悟、知行合一、融会贯通',
    '干中学、学中干',
    '试金石',
    '教学阵地',
    '精品课程',
    '学用转化',
  ])
    assert.ok(said.includes(words), words);
  assert.deepEqual(
    FOCUSES.map(({ title }) => title),
    ['系统谋划', '因地制宜', '学以致用'],
  );
});

test('three ways of working together and three integrations, each with a page where it can be seen [S7] [S12]', () => {
  assert.deepEqual(
    COOPERATION.map(({ title }) => title),
    ['资源共享', '平台共建', '服务融合'],
  );
  assert.deepEqual(
    INTEGRATIONS.map(({ title }) => title),
    ['融合实践增实效', '融合服务提效能', '融合创优争先锋'],
  );
  for (const { link } of [...FOCUSES, ...COOPERATION, ...INTEGRATIONS]) assert.match(link, /^\/packages\//);
});

test('a post that nobody holds and a rule without words are placeholders', () => {
  const look = academyLook(
    {
      leads: '街道党（工）委',
      posts: [{ post: 'principal', duty: '街道党（工）委书记兼', name: null }],
      count: 0,
      members: [],
      canPost: false,
    },
    [{ policy: 'learner_code', edition: null, effectiveOn: null }],
  );
  assert.deepEqual([look.posts[0]?.name, look.count, look.policies[0]?.text], ['待填写', '待填写', '待填写']);
});
