import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResourceLine } from '../../../../miniprogram/contract/sharing';
import { resourceName, shareParts } from '../../../../miniprogram/packages/academic/share/share.view';

const venue = (id: string, change: Partial<ResourceLine> = {}): ResourceLine => ({
  kind: 'venue',
  id,
  name: null,
  tier: 'branch',
  communityId: id,
  ownerOrg: '',
  sharedWith: [],
  version: 1,
  sample: false,
  ...change,
});

test('two teaching points without a name never look alike: by the name of their community, else by their number in 1+3+N [S7] [S15]', () => {
  const items = [
    venue('main', { name: '源课堂', tier: 'main', communityId: null }),
    venue('jianguo', { name: '建国社区党群服务中心' }),
    venue('second'),
    venue('third'),
    venue('hall', { tier: 'onsite', communityId: null }),
    { ...venue('t-1'), kind: 'teacher' as const, tier: null, communityId: null },
  ];
  const unknown = [{ id: 'second', name: null }];
  const named = [{ id: 'third', name: '样例社区' }];
  const titles = (communities: typeof unknown | typeof named) =>
    items.map((one) => resourceName(one, items, communities));
  assert.deepEqual(titles(unknown), [
    '源课堂',
    '建国社区党群服务中心',
    '社区教学点 2（名称待填写）',
    '社区教学点 3（名称待填写）',
    '现场教学点 1（名称待填写）',
    '待填写',
  ]);
  assert.equal(titles(named)[3], '样例社区教学点（名称待填写）');
  const [places] = shareParts(items, unknown);
  assert.equal(new Set(places?.lines.map(({ title }) => title)).size, 5);
});
