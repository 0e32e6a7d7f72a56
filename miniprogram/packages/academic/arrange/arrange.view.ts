import type { InputOf } from '../../../contract/actions';
import { PROGRAM_TEMPLATES } from '../../../contract/programs';
import type { Misfit, ScheduleChoices, ScheduleView, SessionDraft } from '../../../contract/schedule';
import { PROGRAMS } from '../../../contract/words';
import { misfitWord } from '../../../lib/schedule-line';
import { joined } from '../../../lib/text';
import { clock, dateOf, pickedDay } from '../../../lib/time';

/** A plan as it is typed; days and times as the pickers give them (`2026-11-25`, `09:00`). */
export interface PlanForm {
  courseId: string;
  venueId: string;
  teacherId: string;
  hostId: string;
  day: string;
  begins: string;
  minutes: string;
  seats: string;
  family: boolean;
  bring: string;
  agenda: string;
  /** 第几期, '' for none. */
  cohort: string;
  /** Day on which sign-up opens, '' for with the publication. */
  signUpDay: string;
}

export const EMPTY: PlanForm = {
  courseId: '',
  venueId: '',
  teacherId: '',
  hostId: '',
  day: '',
  begins: '09:00',
  minutes: '60',
  seats: '30',
  family: false,
  bring: '',
  agenda: '',
  cohort: '',
  signUpDay: '',
};

interface Option {
  id: string;
  word: string;
}

export interface PlanLook {
  courses: Option[];
  venues: Option[];
  teachers: Option[];
  hosts: Option[];
  /** What is chosen, in words. */
  course: string;
  venue: string;
  teacher: string;
  host: string;
  day: string;
  signUp: string;
  /** What the programme is for, in a sentence. */
  about: string;
  cohorts: boolean;
}

const NOBODY: Option = { id: '', word: '先不定' };
const wordOf = (options: readonly Option[], id: string, ask: string) =>
  options.find((one) => one.id === id)?.word ?? ask;

export function planLook(choices: ScheduleChoices, form: PlanForm): PlanLook {
  const courses = choices.courses
    .filter(({ program }) => PROGRAM_TEMPLATES[program].seated)
    .map(({ id, title, program }) => ({ id, word: joined(title, PROGRAMS[program]) }));
  const venues = choices.venues.map(({ id, name, station, seats }) => ({
    id,
    word: joined(`${name}${station ? '（站点）' : ''}`, seats !== null && `${seats} 座`),
  }));
  const teachers = [
    NOBODY,
    ...choices.teachers.map(({ id, name, source }) => ({ id, word: joined(name, source) })),
  ];
  const hosts = [NOBODY, ...choices.hosts.map(({ id, name }) => ({ id, word: name }))];
  const chosen = choices.courses.find(({ id }) => id === form.courseId);
  const template = chosen ? PROGRAM_TEMPLATES[chosen.program] : null;
  return {
    courses,
    venues,
    teachers,
    hosts,
    course: wordOf(courses, form.courseId, '选一门课'),
    venue: wordOf(venues, form.venueId, '选个地方'),
    teacher: wordOf(teachers, form.teacherId, '先不定'),
    host: wordOf(hosts, form.hostId, '先不定'),
    day: pickedDay(form.day) || '选一天',
    signUp: form.signUpDay === '' ? '一发布就能报' : `${pickedDay(form.signUpDay)} 早上 9 点`,
    about: template?.line ?? '',
    cohorts: template?.cohorts ?? false,
  };
}

/** What a course's programme begins with; what somebody has typed already stays. */
export function withCourse(choices: ScheduleChoices, form: PlanForm, courseId: string): PlanForm {
  const course = choices.courses.find(({ id }) => id === courseId);
  if (course === undefined) return form;
  const { begins, seats, familyWelcome } = PROGRAM_TEMPLATES[course.program];
  const room = choices.venues.find(({ id }) => id === form.venueId)?.seats ?? seats;
  return {
    ...form,
    courseId,
    begins,
    minutes: String(course.minutes),
    seats: String(Math.min(seats, room)),
    family: familyWelcome,
  };
}

/** The next day of that weekday, not today: `2-afternoon` of a station's free time. */
export function withSlot(form: PlanForm, slot: string, now: number): PlanForm {
  const [weekday = '', part = ''] = slot.split('-');
  const begins = { morning: '10:00', afternoon: '14:30', evening: '19:00' }[part];
  if (begins === undefined) return form;
  for (let ahead = 2; ahead < 9; ahead += 1) {
    const day = dateOf(now + ahead * 86_400_000);
    const of = new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
    if (String(of) === weekday) return { ...form, day, begins };
  }
  return form;
}

export function formOf({ draft }: ScheduleView): PlanForm {
  return {
    courseId: draft.courseId,
    venueId: draft.venueId,
    teacherId: draft.teacherId ?? '',
    hostId: draft.hostId ?? '',
    day: dateOf(draft.startsAt),
    begins: clock(draft.startsAt),
    minutes: String(draft.minutes),
    seats: String(draft.capacity),
    family: draft.familyWelcome,
    bring: draft.bring.join('\n'),
    agenda: draft.agenda.join('\n'),
    cohort: draft.cohort === null ? '' : String(draft.cohort),
    signUpDay: draft.signUpAt === null ? '' : dateOf(draft.signUpAt),
  };
}

const SIGN_UP_AT = '09:00';
/** Pickers speak of the street's time, UTC+8, whatever the phone's zone. */
const moment = (day: string, at: string) => Date.parse(`${day}T${at}:00+08:00`);
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What is missing, in a sentence; '' when it can be kept. */
export function missingOf(form: PlanForm, now: number): string {
  if (form.courseId === '') return '先选一门课';
  if (form.venueId === '') return '选个地方';
  if (form.day === '') return '选一天';
  if (moment(form.day, form.begins) <= now) return '这个时候已经过了，往后挑';
  if (!(Number(form.minutes) >= 10)) return '写上讲多少分钟，最少 10 分钟';
  if (!(Number(form.seats) >= 1)) return '写上几座';
  if (form.cohort !== '' && !(Number(form.cohort) >= 1)) return '第几期，写个数';
  if (linesOf(form.bring).length > 6 || linesOf(form.agenda).length > 6) return '带什么、聊什么，各最多六行';
  return '';
}

export function planOf(form: PlanForm): SessionDraft {
  return {
    courseId: form.courseId,
    venueId: form.venueId,
    teacherId: form.teacherId === '' ? null : form.teacherId,
    hostId: form.hostId === '' ? null : form.hostId,
    startsAt: moment(form.day, form.begins),
    minutes: Number(form.minutes),
    capacity: Number(form.seats),
    familyWelcome: form.family,
    bring: linesOf(form.bring),
    agenda: linesOf(form.agenda),
    signUpAt: form.signUpDay === '' ? null : moment(form.signUpDay, SIGN_UP_AT),
    cohort: form.cohort === '' ? null : Number(form.cohort),
  };
}

/** What to ask while it is typed; `null` until there is a place and a time. */
export function fitsInput(id: string | null, form: PlanForm, now: number): InputOf<'session.fits'> | null {
  if (form.venueId === '' || form.day === '' || !(Number(form.minutes) >= 10) || !(Number(form.seats) >= 1))
    return null;
  const { venueId, teacherId, startsAt, minutes, capacity } = planOf(form);
  return startsAt <= now ? null : { id, venueId, teacherId, startsAt, minutes, capacity };
}

export interface MisfitLine {
  word: string;
  blocks: boolean;
}

export function misfitLines(items: readonly Misfit[], now: number): MisfitLine[] {
  return items.map((item) => ({ word: misfitWord(item, now), blocks: item.blocks }));
}
