import type { BondView } from '../../../contract/family';
import type { Role } from '../../../contract/words';
import { FOR_WHOM, type ForWhom, type Said } from './said';

export interface WhoChip {
  /** One for each chip: an elder's id where it is one. */
  key: string;
  value: ForWhom;
  personId: string;
  word: string;
  on: boolean;
}

export interface WhoWay {
  roles: readonly Role[];
  /** Elders who are bound to this person. */
  elders: readonly BondView[];
}

/** 给谁办. 替居民记 is for those who go from door to door (rules G3); an elder who agreed stands by name. */
export function whoChips(
  said: Pick<Said, 'forWhom' | 'personId' | 'name'>,
  { roles, elders }: WhoWay,
): WhoChip[] {
  const { forWhom, personId } = said;
  const shown: ForWhom[] = ['self', 'family', 'neighbour'];
  if (roles.includes('grid_worker') || forWhom === 'grid') shown.push('grid');
  const own = elders
    .filter(({ agreed }) => agreed.speak)
    .map((elder) => ({ personId: elder.personId, word: elder.name === '' ? FOR_WHOM.bound : elder.name }));
  // Without an answer of the server the elder who was chosen on the way in is still there.
  if (forWhom === 'bound' && !own.some((elder) => elder.personId === personId))
    own.push({ personId, word: said.name === '' ? FOR_WHOM.bound : said.name });
  const bound = own.map(
    (elder): WhoChip => ({
      key: elder.personId,
      value: 'bound',
      ...elder,
      on: forWhom === 'bound' && elder.personId === personId,
    }),
  );
  if (forWhom === 'household') {
    const word = said.name === '' ? FOR_WHOM.household : said.name;
    bound.push({ key: personId, value: 'household', personId, word, on: true });
  }
  const others = shown.map(
    (value): WhoChip => ({
      key: value,
      value,
      personId: '',
      word: FOR_WHOM[value],
      on: value === forWhom,
    }),
  );
  const [self, ...rest] = others;
  return self === undefined ? bound : [self, ...bound, ...rest];
}
