import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clock,
  day,
  dayChoices,
  daysBetween,
  dayTime,
  remaining,
  span,
  spoken,
  waited,
} from '../../../miniprogram/lib/time';

/** Shanghai is eight hours ahead of UTC the whole year. */
const shanghai = (year: number, month: number, date: number, hour = 0, minute = 0): number =>
  Date.UTC(year, month - 1, date, hour - 8, minute);

const NOW = shanghai(2026, 10, 29, 14, 20);

test('the day changes at midnight in Shanghai, whatever the zone of the phone', () => {
  const zone = process.env.TZ;
  try {
    for (const TZ of ['America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati', 'UTC']) {
      process.env.TZ = TZ;
      assert.equal(day(shanghai(2026, 10, 29, 23, 59), NOW), '今天');
      assert.equal(day(shanghai(2026, 10, 30, 0, 0), NOW), '明天');
      assert.equal(clock(shanghai(2026, 10, 29, 0, 5)), '00:05');
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test('near days have their word, further ones their date, another year its year', () => {
  assert.equal(day(shanghai(2026, 10, 28, 9), NOW), '昨天');
  assert.equal(day(shanghai(2026, 10, 31, 9), NOW), '后天');
  assert.equal(day(shanghai(2026, 11, 3, 9), NOW), '11月3日');
  assert.equal(day(shanghai(2027, 1, 3, 9), NOW), '2027年1月3日');
});

test('days are counted over the end of a month and of a year', () => {
  assert.equal(daysBetween(shanghai(2026, 12, 31, 23, 50), shanghai(2027, 1, 1, 0, 10)), 1);
  assert.equal(daysBetween(shanghai(2028, 2, 28, 12), shanghai(2028, 3, 1, 12)), 2);
  assert.equal(daysBetween(NOW, shanghai(2026, 10, 22, 1)), -7);
});

test('a class is said with its span, and over midnight with both days', () => {
  assert.equal(
    span(shanghai(2026, 10, 29, 18, 30), shanghai(2026, 10, 29, 19, 30), NOW),
    '今天 18:30–\u206019:30',
  );
  assert.equal(
    span(shanghai(2026, 10, 29, 23), shanghai(2026, 10, 30, 1), NOW),
    '今天 23:00–\u2060明天 01:00',
  );
  assert.equal(dayTime(shanghai(2026, 11, 3, 9), NOW), '11月3日 周二 09:00');
});

test('for 大字版 a time is said as a neighbour says it', () => {
  assert.equal(spoken(shanghai(2026, 10, 29, 18, 30), NOW), '今晚 6 点半');
  assert.equal(spoken(shanghai(2026, 10, 30, 9), NOW), '明天上午 9 点');
  assert.equal(spoken(shanghai(2026, 10, 29, 15, 20), NOW), '今天下午 3 点 20 分');
  assert.equal(spoken(shanghai(2026, 10, 29, 12), NOW), '今天中午 12 点');
});

test('what remains of an offer is never less than nothing', () => {
  assert.equal(remaining(NOW + 130 * 60_000, NOW), '还有 2 小时 10 分');
  assert.equal(remaining(NOW + 120 * 60_000, NOW), '还有 2 小时');
  assert.equal(remaining(NOW + 1, NOW), '还有 1 分钟');
  assert.equal(remaining(NOW - 1, NOW), '到点了');
});

test('how long somebody waits is counted in days, and a wrong clock never makes it negative', () => {
  assert.equal(waited(NOW - 3_600_000, NOW), '今天提的');
  assert.equal(waited(shanghai(2026, 10, 26, 23), NOW), '提了 3 天');
  assert.equal(waited(NOW + 3 * 86_400_000, NOW), '今天提的');
});

test('the days to choose from end with their own last moment', () => {
  const [today, , saturday] = dayChoices(NOW, 0, 4);
  assert.deepEqual(today, { at: shanghai(2026, 10, 30) - 1, word: '今天', date: '10月29日' });
  assert.equal(saturday?.word, '后天');
  assert.deepEqual(dayChoices(NOW, 3, 1), [{ at: shanghai(2026, 11, 2) - 1, word: '周日', date: '11月1日' }]);
});
