import type { InputOf } from '../../../contract/actions';
import type { TeacherConflict, TeacherDesk } from '../../../contract/faculty';
import {
  type Engagement,
  FACULTY_BATCHES,
  FACULTY_ENGAGEMENTS,
  FACULTY_SOURCES,
  type FacultyBatch,
  TEACHING_STYLES,
  type TeachingStyle,
} from '../../../contract/words';
import type { Tone } from '../../../lib/labels';
import { slotWord } from '../../../lib/slots';
import { joined } from '../../../lib/text';
import { dayTime } from '../../../lib/time';

const CONFLICTS: Record<TeacherConflict, string> = {
  no_consent: '本人还没同意',
  not_free: '不在说好的空当里',
  busy: '跟另一节撞上了',
};

export interface DeskLook {
  id: string;
  name: string;
  text: string;
  word: string;
  tone: Tone;
  sample: boolean;
  slots: string;
  thanks: { id: string; title: string; text: string }[];
  classes: { id: string; title: string; when: string; wrong: string; link: string }[];
  consent: '' | '先不讲了' | '我接着讲';
  canSlots: boolean;
  canInvite: boolean;
}

export function deskLook(desk: TeacherDesk, now: number): DeskLook {
  const waiting = desk.consent === 'waiting';
  return {
    id: desk.id,
    name: desk.name,
    text: joined(FACULTY_BATCHES[desk.batch], desk.source, FACULTY_ENGAGEMENTS[desk.engagement]),
    word: waiting ? '待本人同意' : desk.consent === 'given' ? '应下来了' : '先不讲了',
    tone: waiting ? 'frost' : desk.consent === 'given' ? 'pine' : 'plain',
    sample: desk.sample,
    slots: desk.slots.length === 0 ? '没说，哪天都行' : desk.slots.map(slotWord).join('，'),
    thanks: desk.thanks.map(({ id, title, text }) => ({ id, title: `《${title}》`, text })),
    classes: desk.classes.map(({ id, title, startsAt, conflicts }) => ({
      id,
      title,
      when: dayTime(startsAt, now),
      wrong: conflicts.map((one) => CONFLICTS[one]).join('，'),
      link: `/packages/school/session/session?id=${id}`,
    })),
    consent: desk.next.includes('withdraw') ? '先不讲了' : desk.next.includes('agree') ? '我接着讲' : '',
    canSlots: desk.next.includes('slots'),
    canInvite: desk.next.includes('invite'),
  };
}

export interface AddDraft {
  name: string;
  batch: FacultyBatch | '';
  source: string;
  engagement: Engagement | '';
  styles: TeachingStyle[];
}

export const NOBODY: AddDraft = { name: '', batch: '', source: '', engagement: '', styles: [] };

/** How they teach, as chips (S38). */
export const styleChips = (chosen: readonly TeachingStyle[]) =>
  // The keys of the closed list are its values.
  (Object.keys(TEACHING_STYLES) as TeachingStyle[]).map((style) => ({
    style,
    word: TEACHING_STYLES[style],
    on: chosen.includes(style),
  }));

export const asChoices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, title]) => ({ value, title }));

export const sourcesOf = (batch: AddDraft['batch']) =>
  batch === '' ? [] : FACULTY_SOURCES[batch].map((source) => ({ value: source, title: source }));

/** What is missing, in words, or what can be sent. */
export function addOf(draft: AddDraft): string | InputOf<'faculty.add'> {
  const { batch, source, engagement, styles } = draft;
  const name = draft.name.trim();
  if (name === '') return '写上怎么称呼';
  if (batch === '') return '挑一批';
  if (source === '') return '挑从哪来';
  if (engagement === '') return '挑兼职还是特邀';
  return { name, batch, source, engagement, styles };
}
