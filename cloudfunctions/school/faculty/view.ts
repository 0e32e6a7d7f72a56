import type { FacultyView, TeacherCard, TeacherDesk, ThanksLine } from '@contract/faculty';
import { type Engagement, FACULTY_ENGAGEMENTS, FACULTY_PLACES } from '@contract/words';
import type { Session } from '../session/model';
import type { Thanks } from '../thanks/model';
import { conflictsOf } from './decide';
import type { Teacher } from './model';

export function teacherCard(teacher: Teacher): TeacherCard {
  const { name, batch, source, engagement, styles, sample } = teacher;
  return {
    id: teacher._id,
    name,
    batch,
    source,
    engagement,
    styles,
    appointed: teacher.appointed !== undefined,
    ownerOrg: teacher.ownerOrg ?? '',
    sharedWith: teacher.sharedWith ?? [],
    sample,
  };
}

/** Samples fill none of the seed's places. */
export function facultyView(all: readonly Teacher[]): FacultyView {
  const agreed = all.filter(({ consent }) => consent === 'given');
  // The keys of the closed list are its values.
  const engagements = Object.keys(FACULTY_ENGAGEMENTS) as Engagement[];
  return {
    teachers: agreed.map(teacherCard),
    places: engagements.map((engagement) => {
      const target = FACULTY_PLACES[engagement];
      const filled = agreed.filter((one) => one.engagement === engagement && !one.sample).length;
      return { engagement, target, empty: Math.max(0, target - filled) };
    }),
  };
}

export function thanksLine({ _id, createdAt, title, text }: Thanks): ThanksLine {
  return { id: _id, at: createdAt, title, text };
}

export interface DeskReader {
  personId: string | null;
  office: boolean;
}

export function teacherDesk(
  teacher: Teacher,
  said: readonly Thanks[],
  classes: readonly Session[],
  reader: DeskReader,
): TeacherDesk {
  const own = teacher.accountId !== null && teacher.accountId === reader.personId;
  const next: TeacherDesk['next'] = [];
  if (own) next.push(teacher.consent === 'given' ? 'withdraw' : 'agree');
  if (own || reader.office) next.push('slots');
  if (reader.office && teacher.accountId === null) next.push('invite');
  return {
    ...teacherCard(teacher),
    consent: teacher.consent,
    slots: teacher.slots,
    thanks: said.map(thanksLine),
    classes: classes.map((one) => ({
      id: one._id,
      title: one.title,
      startsAt: one.startsAt,
      conflicts: conflictsOf(
        teacher,
        one,
        classes.filter((other) => other !== one),
      ),
    })),
    next,
  };
}
