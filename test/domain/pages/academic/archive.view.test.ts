import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArchiveMonth } from '../../../../miniprogram/contract/archive';
import {
  archiveParts,
  archiveText,
  monthBy,
} from '../../../../miniprogram/packages/academic/archive/archive.view';

const nothing: ArchiveMonth = {
  month: '2026-11',
  classes: [],
  walks: [],
  plan: null,
  decisions: [],
  approvals: [],
  policies: [],
  awards: [],
};

test('an empty month has no empty parts, and few people are no number [S32]', () => {
  assert.deepEqual(archiveParts(nothing), []);
  const startsAt = Date.parse('2026-11-23T19:00:00+08:00');
  const line = { startsAt, venue: null, teacher: '区级宣讲团', cancelled: false, sample: false };
  const month = {
    ...nothing,
    classes: [
      { ...line, id: 'a', title: '防骗', came: null },
      { ...line, id: 'b', title: '劝架', came: 12 },
      { ...line, id: 'c', title: '取暖', came: null, cancelled: true },
    ],
  };
  assert.deepEqual(
    archiveParts(month)[0]?.lines.map(({ value }) => value),
    ['不到 5 人', '来了 12 人', '没上成'],
  );
  assert.match(
    archiveText(month),
    /^2026 年 11 月档案\n\n上了啥课\n防骗　11月23日 19:00 · 待填写 · 区级宣讲团　不到 5 人/,
  );
});

test('months go over the year’s end', () => {
  assert.deepEqual([monthBy('2026-12', 1), monthBy('2027-01', -1)], ['2027-01', '2026-12']);
});
