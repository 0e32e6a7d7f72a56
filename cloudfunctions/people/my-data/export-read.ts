import type { ExportView } from '@contract/my-data';
import { dayOf, sayTime } from '../../core/calendar';
import type { ActionContext } from '../../core/context';
import { communityName } from '../community/list';
import { familyView } from '../family/read';
import { messages } from '../inbox/model';
import { persons } from '../person/model';
import { exportPage, type Own } from './export-page';
import { readsOf } from './looked-read';
import { MOST, matters, seatsOf, surveysOf } from './read';

/** One's own data in full: here the sealed fields are opened, for nobody but the person. */
export async function exportOf(context: ActionContext, me: string): Promise<ExportView> {
  const { vault, now } = context;
  const [person, found, seats, family, answered, inbox] = await Promise.all([
    context.repository(persons).load(me),
    matters(context, me),
    seatsOf(context, me),
    familyView(context, me),
    surveysOf(context, me),
    context
      .repository(messages)
      .list({ where: { personId: me }, order: [['createdAt', 'desc']], limit: MOST, without: ['effects'] }),
  ]);
  const reads = await readsOf(context, found, person);
  const about = {
    name: person.name,
    community: person.communityId === null ? '' : communityName(person.communityId),
    phone: person.phone === null ? '' : vault.open(person.phone),
    building: person.building,
    door: person.door === null ? '' : vault.open(person.door),
    elder: person.elder,
    portrait: person.portrait == null ? '' : '有一张上门的照片',
    rings: person.rings === true,
  };
  const said = found.map(({ no, title, text, createdAt, open, timeline, audio }) => ({
    no,
    title,
    text,
    on: dayOf(createdAt),
    open,
    recording: recordingOf(audio, sayTime(createdAt, now), '点开这件事'),
    history: timeline.map(({ at, says }) => ({ at: dayOf(at), says })),
  }));
  const classes = seats.map(({ title, startsAt }) => ({ title, on: dayOf(startsAt) }));
  const wants = answered.map(({ updatedAt, answers, audio }) => ({
    on: dayOf(updatedAt),
    answers,
    recording: recordingOf(audio, sayTime(updatedAt, now), '在“课前问需”那一页'),
  }));
  const looked = reads.map(({ at, who, field, title }) => ({
    at: sayTime(at, now),
    who: who.name,
    field,
    title,
  }));
  const told = inbox.map(({ createdAt, title, text }) => ({ on: dayOf(createdAt), title, text }));
  const own: Own = { about, said, classes, wants, family, reads: looked, messages: told };
  return { json: JSON.stringify({ exportedOn: dayOf(now), ...own }, null, 2), page: exportPage(own) };
}

/** The sound itself stays where only its owner hears it: what is handed out says that it exists, and where. */
function recordingOf(audio: { seconds: number } | null | undefined, at: string, where: string): string {
  return audio == null ? '' : `有一段录音，${audio.seconds} 秒，${at}录的，${where}就能听`;
}
