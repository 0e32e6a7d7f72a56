import type { FacilityView, HaveView } from '@contract/school';
import { FACILITY_STANDARD, type FacilityPoint, SIX_HAVES, type SixHave } from '@contract/words';
import type { Venue } from './model';

/** 六有 (S18) and the five points of a teaching point (S19); pure. */

/** What the street's data knows of the school. */
export interface Evidence {
  committee: number;
  /** Somebody is principal and somebody vice-principal. */
  posts: boolean;
  teachers: number;
  /** The calendar year, and whether the committee has approved its plan. */
  year: number;
  planApproved: boolean;
  /** How many of the school's rules are in force, and how many there are to be. */
  policies: { inForce: number; all: number };
  /** Classes that are planned. */
  classes: number;
}

/** The keys of a closed list are its values. */
const FIVE = Object.keys(FACILITY_STANDARD) as FacilityPoint[];
const haves = Object.keys(SIX_HAVES) as SixHave[];

export function facilityOf(venue: Pick<Venue, 'facility'>): FacilityView[] {
  return FIVE.map((point) => ({ point, is: venue.facility[point] ?? null }));
}

/** Each is lit by what is there, never by a form: the evidence, or what is missing, is named. */
export function sixHaves(venue: Pick<Venue, 'facility' | 'funding'>, found: Evidence): HaveView[] {
  return haves.map((have) => ({ have, ...judge(have, venue, found) }));
}

function judge(
  have: SixHave,
  venue: Pick<Venue, 'facility' | 'funding'>,
  found: Evidence,
): { lit: boolean; because: string } {
  const counted = (count: number, is: string, missing: string) => ({
    lit: count > 0,
    because: count > 0 ? is : missing,
  });
  switch (have) {
    case 'organisation':
      if (found.committee === 0) return { lit: false, because: '校务委员还没录进来' };
      return found.posts
        ? { lit: true, because: `校长、副校长定了，校务委员 ${found.committee} 位` }
        : { lit: false, because: `校务委员 ${found.committee} 位，校长、副校长还没定齐` };
    case 'place': {
      const open = facilityOf(venue).filter(({ is }) => is !== true).length;
      return {
        lit: open === 0,
        because: open === 0 ? '配套五项都齐了' : `配套五项还差 ${open} 项，看下面`,
      };
    }
    case 'faculty':
      return counted(found.teachers, `讲师 ${found.teachers} 位`, '还没有讲师应下来');
    case 'plan':
      return found.planApproved
        ? { lit: true, because: `定了 ${found.year} 年的计划，排上了 ${found.classes} 节课` }
        : { lit: false, because: `${found.year} 年计划还没定，排上了 ${found.classes} 节课` };
    case 'rules':
      return found.policies.inForce === found.policies.all
        ? { lit: true, because: `${found.policies.all} 项制度都在用` }
        : { lit: false, because: `制度还差 ${found.policies.all - found.policies.inForce} 项待填写` };
    case 'funding':
      return venue.funding === null
        ? { lit: false, because: '经费从哪来，待填写' }
        : { lit: true, because: venue.funding };
  }
}
