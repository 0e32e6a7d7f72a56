import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY } from '../../../cloudfunctions/core/calendar';
import type { GridPlan } from '../../../cloudfunctions/service/grid/model';
import { alikeAmong } from '../../../cloudfunctions/service/request/alike';
import type { ServiceRequest } from '../../../cloudfunctions/service/request/model';

const NOW = Date.UTC(2026, 4, 13, 2);
type Told = { _id: string; building: string } & Partial<
  Pick<ServiceRequest, 'kind' | 'category' | 'open' | 'requesterId' | 'text' | 'createdAt'>
>;

/** As much of a request as the hint looks at. */
const matter = ({ _id, building, ...more }: Told): ServiceRequest =>
  ({
    _id,
    kind: 'grid',
    category: 'hazard',
    open: true,
    requesterId: `${_id}-teller`,
    text: '灯不亮',
    createdAt: NOW,
    beneficiary: { building, personId: null },
    ...more,
  }) as ServiceRequest;

const plans = [
  { _id: 'north', quarters: [{ name: '幸福', buildings: ['1 号楼', '2 号楼'] }] },
] as unknown as GridPlan[];
const lamp = matter({ _id: 'lamp', building: '1 号楼' });
const why = (other: Told) => alikeAmong(lamp, [matter(other)], plans)[0]?.why ?? '';

test('two neighbours who speak of one thing: the desk is told, and why', () => {
  assert.equal(why({ _id: 'a', building: '1 号楼' }), '同一栋楼、同一类事');
  assert.equal(why({ _id: 'a', building: '1 号楼', category: null }), '同一栋楼');
  assert.equal(why({ _id: 'a', building: '2 号楼' }), '同一片、同一类事');
  assert.equal(
    why({ _id: 'a', building: '1 号楼', category: 'dispute', requesterId: 'lamp-teller' }),
    '同一家说的',
  );
});

test('what is of another kind, place or week, over, or one’s own wish is another matter', () => {
  const others: Told[] = [
    { _id: 'lamp', building: '1 号楼' },
    { _id: 'a', building: '1 号楼', category: 'dispute' },
    { _id: 'a', building: '9 号楼' },
    { _id: 'a', building: '' },
    { _id: 'a', building: '2 号楼', category: null },
    { _id: 'a', building: '1 号楼', kind: 'wish' },
    { _id: 'a', building: '1 号楼', open: false },
    { _id: 'a', building: '1 号楼', createdAt: NOW - 6 * DAY },
  ];
  assert.deepEqual(
    others.map(why),
    others.map(() => ''),
  );
});

test('one household’s haircut and its newspaper are two matters; said twice, or only spoken, it may be one', () => {
  const own = { building: '1 号楼', kind: 'wish', requesterId: 'elder' } as const;
  const cut = matter({ _id: 'cut', ...own, text: '想剪头发，下不了楼' });
  const reason = (text: string) => alikeAmong(cut, [matter({ _id: 'b', ...own, text })], plans)[0]?.why ?? '';
  assert.equal(reason('想有人念报纸'), '');
  assert.equal(reason('头发长了，剪剪'), '同一家说的');
  assert.equal(reason(''), '同一家说的');
  // A grid worker writes for two doors of one building, and neither has an account.
  const nobody = { ...own, requesterId: null };
  assert.deepEqual(alikeAmong(matter({ _id: 'c', ...nobody }), [matter({ _id: 'd', ...nobody })], plans), []);
});
