import type { FacultyView } from '../../../contract/faculty';
import {
  FACULTY_BATCHES,
  FACULTY_ENGAGEMENTS,
  FACULTY_SOURCES,
  type FacultyBatch,
  TEACHING_STYLES,
} from '../../../contract/words';
import { joined } from '../../../lib/text';

export interface FacultyLook {
  batches: {
    batch: FacultyBatch;
    title: string;
    sources: readonly string[];
    teachers: { id: string; name: string; text: string; sample: boolean }[];
  }[];
  places: { title: string; text: string; value: string }[];
  empty: string;
}

export function facultyLook(view: FacultyView): FacultyLook {
  // The keys of the closed list are its values.
  const batches = Object.keys(FACULTY_BATCHES) as FacultyBatch[];
  const empty = view.places.reduce((sum, place) => sum + place.empty, 0);
  return {
    batches: batches.map((batch) => ({
      batch,
      title: `${FACULTY_BATCHES[batch]}一批`,
      sources: FACULTY_SOURCES[batch],
      teachers: view.teachers
        .filter((teacher) => teacher.batch === batch)
        .map(({ id, name, source, engagement, styles, appointed, ownerOrg, sharedWith, sample }) => ({
          id,
          name,
          text: joined(
            source,
            FACULTY_ENGAGEMENTS[engagement],
            ...styles.map((one) => TEACHING_STYLES[one]),
            appointed && '校务委员会聘的',
            ownerOrg,
            sharedWith.length > 0 && `${sharedWith.join('、')}也能请`,
          ),
          sample,
        })),
    })),
    places: view.places.map(({ engagement, target, empty: left }) => ({
      title: FACULTY_ENGAGEMENTS[engagement],
      text: left === 0 ? '都填上了' : left === target ? '名单待填写' : `还差 ${left} 位，名单待填写`,
      value: `${target} 位`,
    })),
    empty: empty === 0 ? '' : `还有 ${empty} 位的名单待填写，由街道填，这儿不编名字。`,
  };
}
