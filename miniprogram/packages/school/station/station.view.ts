import type { Slot } from '../../../contract/faculty';
import type { StationReport, StationView } from '../../../contract/station';
import { COURSE_TOPICS, type CourseTopic, STATION_KINDS, type StationKind } from '../../../contract/words';
import { slotWord } from '../../../lib/slots';
import { joined } from '../../../lib/text';
import { dayTime } from '../../../lib/time';

/** What is being typed; kept on the phone until it was accepted. */
export interface StationForm {
  name: string;
  kind: StationKind | '';
  place: string;
  communityId: string;
  slots: Slot[];
  topics: CourseTopic[];
  size: string;
}

export const EMPTY: StationForm = {
  name: '',
  kind: '',
  place: '',
  communityId: '',
  slots: [],
  topics: [],
  size: '',
};

// The keys of the closed list are its values.
export const KINDS = (Object.keys(STATION_KINDS) as StationKind[]).map((value) => ({
  value,
  title: STATION_KINDS[value],
}));

export interface TopicChip {
  topic: CourseTopic;
  word: string;
  on: boolean;
}

export function topicChips(chosen: readonly CourseTopic[]): TopicChip[] {
  // The keys of the closed list are its values.
  return (Object.keys(COURSE_TOPICS) as CourseTopic[]).map((topic) => ({
    topic,
    word: COURSE_TOPICS[topic],
    on: chosen.includes(topic),
  }));
}

/** The report, or what is still missing in a sentence. */
export function reportOf(form: StationForm): StationReport | string {
  const size = Number(form.size);
  if (form.name.trim() === '') return '写上站点叫啥';
  if (form.kind === '') return '点一下是哪种';
  if (form.slots.length === 0) return '点上活儿不忙的空当';
  if (form.topics.length === 0) return '想听啥，点一样';
  if (!Number.isInteger(size) || size < 1 || size > 60) return '能来几个人，写个数';
  if (form.communityId === '') return '点一下在哪个社区';
  const { kind, communityId, slots, topics } = form;
  return { name: form.name.trim(), kind, place: form.place.trim(), communityId, slots, topics, size };
}

export function formOf({ report }: StationView): StationForm {
  return { ...report, size: String(report.size) };
}

export interface StationLook {
  id: string;
  name: string;
  text: string;
  state: string;
  open: boolean;
  classes: { id: string; title: string; text: string; link: string }[];
}

export function stationLook({ id, report, open, classes }: StationView, now: number): StationLook {
  return {
    id,
    name: report.name,
    text: joined(
      report.slots.map(slotWord).join('、'),
      report.topics.map((topic) => COURSE_TOPICS[topic]).join('、'),
      `能来 ${report.size} 个`,
    ),
    state: !open ? '这阵子不用来' : classes.length > 0 ? '课要来了' : '记下了，凑齐了就来',
    open,
    classes: classes.map((one) => ({
      id: one.id,
      title: one.title,
      text: joined(dayTime(one.startsAt, now), `还有 ${one.left} 座`),
      link: `/packages/school/session/session?id=${one.id}`,
    })),
  };
}
