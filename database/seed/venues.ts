import { shortCode } from '../../cloudfunctions/core/ids';
import { VENUE_CODE_LENGTH, type Venue } from '../../cloudfunctions/school/venue/model';
import { base } from './base';

/** The 1+3+N network as far as the seed names it (S13–S16). Access and addresses come from the operator. */
const named: readonly Pick<Venue, '_id' | 'name' | 'alias' | 'tier' | 'communityId'>[] = [
  { _id: 'main', name: '麻山区街道党校', alias: '源课堂', tier: 'main', communityId: null },
  {
    _id: 'branch-jianguo',
    name: '建国社区党群服务中心',
    alias: null,
    tier: 'branch',
    communityId: 'jianguo',
  },
  { _id: 'branch-second', name: null, alias: null, tier: 'branch', communityId: 'second' },
  { _id: 'branch-third', name: null, alias: null, tier: 'branch', communityId: 'third' },
];

export function venues(now: number): Venue[] {
  return named.map((venue, order) => ({
    ...base(venue._id, now),
    ...venue,
    place: null,
    access: [],
    capacity: null,
    facility: {},
    funding: null,
    code: shortCode('venue', venue._id, VENUE_CODE_LENGTH),
    order,
  }));
}
