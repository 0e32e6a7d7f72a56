import type { Role } from '../../../contract/words';
import { FOR_WHOM, type ForWhom } from './said';

export interface WhoChip {
  value: ForWhom;
  word: string;
  on: boolean;
}

/** 给谁办. 替居民记 is for those who go from door to door (rules G3). */
export function whoChips(chosen: ForWhom, roles: readonly Role[]): WhoChip[] {
  const shown: ForWhom[] = ['self', 'family', 'neighbour'];
  if (roles.includes('grid_worker') || chosen === 'grid') shown.push('grid');
  return shown.map((value) => ({ value, word: FOR_WHOM[value], on: value === chosen }));
}
