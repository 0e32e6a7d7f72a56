import type { InputOf } from '../../../contract/actions';
import {
  ACTIVITY_KINDS,
  type ActivityKind,
  SERVICE_PROJECTS,
  type ServiceProject,
} from '../../../contract/words';

/** A plan as it is typed; days and times as the pickers give them (`2026-11-25`, `09:00`). */
export interface PlanForm {
  teamId: string;
  kind: string;
  project: string;
  title: string;
  text: string;
  place: string;
  bring: string;
  day: string;
  from: string;
  to: string;
  places: string;
}

export const EMPTY: PlanForm = {
  teamId: '',
  kind: '',
  project: '',
  title: '',
  text: '',
  place: '',
  bring: '',
  day: '',
  from: '09:00',
  to: '11:00',
  places: '6',
};

export const KINDS = Object.entries(ACTIVITY_KINDS).map(([value, title]) => ({ value, title }));
export const PROJECTS = [
  { value: '', title: '都不是' },
  ...Object.entries(SERVICE_PROJECTS).map(([value, title]) => ({ value, title })),
];

/** What is still missing, as its field; '' when nothing is. */
export function missing(form: PlanForm): string {
  const asked = ['title', 'text', 'place', 'day'] as const;
  const gap = asked.find((field) => form[field].trim() === '');
  if (gap !== undefined) return gap;
  if (form.kind === '') return 'kind';
  if (!(Number(form.places) >= 1)) return 'places';
  return form.to <= form.from ? 'endsAt' : '';
}

/** Pickers speak of the street's time, UTC+8, whatever the phone's zone. */
export function planOf(form: PlanForm): InputOf<'activity.plan'> {
  const at = (clock: string) => Date.parse(`${form.day}T${clock}:00+08:00`);
  return {
    teamId: form.teamId,
    // Chosen from the closed lists.
    kind: form.kind as ActivityKind,
    project: form.project === '' ? null : (form.project as ServiceProject),
    title: form.title,
    text: form.text,
    place: form.place,
    bring: form.bring
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    startsAt: at(form.from),
    endsAt: at(form.to),
    places: Number(form.places),
  };
}
