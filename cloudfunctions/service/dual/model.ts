import type { DualLists, DualView } from '@contract/sesame';
import type { ActivityKind, DualSkill, SpareTime } from '@contract/words';
import { ACTIVITY_KINDS, DUAL_SKILLS, SPARE_TIMES } from '@contract/words';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { derivedId } from '../../core/ids';

/** Somebody who reported to the community (S62). One for each person. */
export interface Registration extends Aggregate {
  here: boolean;
  /** L2. Nobody but themself reads it; nothing is sent to the unit. */
  unit: string;
  skills: DualSkill[];
  free: SpareTime[];
  likes: ActivityKind[];
}

export const registrationId = (person: string) => derivedId('dual', person);

export const registrations: AggregateDefinition<Registration> = {
  collection: 'registrations',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

export type Said = Omit<DualView, 'here'>;
export const NOTHING_SAID: Said = { unit: '', skills: [], free: [], likes: [] };

/** Keys of a closed list, in its order and each once. */
function ordered<Key extends string>(
  words: Readonly<Record<Key, string>>,
  chosen: ReadonlySet<string>,
): Key[] {
  // The keys of a closed list are its values.
  return (Object.keys(words) as Key[]).filter((key) => chosen.has(key));
}

/** What was said, without doubles; pure. */
export function tidy(said: Said): Said {
  return {
    unit: said.unit,
    skills: ordered<DualSkill>(DUAL_SKILLS, new Set(said.skills)),
    free: ordered<SpareTime>(SPARE_TIMES, new Set(said.free)),
    likes: ordered<ActivityKind>(ACTIVITY_KINDS, new Set(said.likes)),
  };
}

/** 供给清单: what can be had and when, in the order of the list of skills; whose it is stays out. */
export function supplyOf(all: readonly Pick<Registration, 'skills' | 'free'>[]): DualLists['supply'] {
  const skills = ordered<DualSkill>(DUAL_SKILLS, new Set(all.flatMap((one) => one.skills)));
  return skills.map((skill) => {
    const free = all.filter((one) => one.skills.includes(skill)).flatMap((one) => one.free);
    return { skill, free: ordered<SpareTime>(SPARE_TIMES, new Set(free)) };
  });
}
