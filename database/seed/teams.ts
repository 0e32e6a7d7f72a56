import type { Team } from '../../cloudfunctions/service/team/model';
import { base } from './base';

/** The five volunteer teams (S64): the seed names two, the others stay placeholders. */
const named: readonly Pick<Team, '_id' | 'name'>[] = [
  { _id: 'scissors', name: '金剪刀' },
  { _id: 'wish', name: '微心愿' },
  { _id: 'third', name: null },
  { _id: 'fourth', name: null },
  { _id: 'fifth', name: null },
];

export function teams(now: number): Team[] {
  return named.map((team, order) => ({ ...base(team._id, now), ...team, order }));
}
