import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  dateMode,
  multiSelectorMode,
  selectorMode,
  timeMode,
} from '../../../../local/phone/builtins/picker-columns';
import { regionMode } from '../../../../local/phone/builtins/picker-region';

const NOW = new Date(2024, 4, 6, 7, 8);

describe('the wheels of a picker', () => {
  test('a selector shows the range-key of objects and begins at 0 without a value', () => {
    const mode = selectorMode([{ name: 'a' }, { name: 'b' }, 'c'], 'name', undefined);
    assert.deepEqual(mode.columns(mode.start()), { rows: [['a', 'b', 'c']], at: [0] });
    assert.deepEqual(mode.detail([2]), { value: '2' });
  });

  test('an index beyond the range stands on the last row', () => {
    const mode = multiSelectorMode([['a', 'b'], ['c']], '', [7, 7]);
    assert.deepEqual(mode.columns(mode.start()).at, [1, 0]);
  });

  test('without a value time and date begin now', () => {
    const time = timeMode('', '', '', NOW);
    assert.deepEqual(time.detail(time.start()), { value: '07:08' });
    const date = dateMode('', '', '', 'day', NOW);
    assert.deepEqual(date.detail(date.start()), { value: '2024-05-06' });
  });

  test('a value outside of start and end begins at the nearer bound', () => {
    const before = timeMode('01:45', '09:30', '18:00', NOW);
    assert.deepEqual(before.detail(before.start()), { value: '09:30' });
    const after = dateMode('2030-01-01', '2023-03-15', '2025-06-10', 'day', NOW);
    assert.deepEqual(after.detail(after.start()), { value: '2025-06-10' });
  });

  test('the minutes of the first and the last hour end at the bounds', () => {
    const mode = timeMode('09:30', '09:30', '10:15', NOW);
    assert.equal(mode.columns([0, 0]).rows[1]?.[0], '30');
    assert.equal(mode.columns([1, 0]).rows[1]?.at(-1), '15');
  });

  test('February has its days', () => {
    const days = (date: string): number => {
      const mode = dateMode(date, '', '', 'day', NOW);
      return mode.columns(mode.start()).rows[2]?.length ?? 0;
    };
    assert.deepEqual(['2023-02-01', '2024-02-01', '2100-02-01', '2000-02-01'].map(days), [28, 29, 28, 29]);
  });

  test('fields leaves out the smaller wheels', () => {
    const mode = dateMode('2024-05-06', '', '', 'year', NOW);
    assert.equal(mode.columns(mode.start()).rows.length, 1);
    assert.deepEqual(mode.detail(mode.start()), { value: '2024' });
  });

  test('the custom item of a region stands first on every wheel, and alone under itself', () => {
    const mode = regionMode(undefined, '全部', 'region');
    assert.deepEqual(
      mode.columns([0, 0, 0]).rows.map((rows) => rows[0]),
      ['全部', '全部', '全部'],
    );
    assert.deepEqual(mode.columns([0, 0, 0]).rows[1], ['全部']);
    assert.deepEqual(mode.detail([0, 0, 0]), { value: ['全部', '全部', '全部'], code: [], postcode: '' });
  });

  test('a level of the region that has no data here is refused by its name', () => {
    assert.throws(() => regionMode([], '', 'sub-district'), /level="sub-district"/);
  });
});
