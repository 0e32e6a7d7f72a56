import { DANGER_KINDS, type DangerKind } from '@contract/words';
import { birth } from '../../core/birth';
import { promise } from '../../core/effects';
import { WHOLE_STREET } from '../../core/permissions';
import { refuse } from '../../core/refusal';
import type { Person } from '../../people/person/model';
import { maskedName } from '../../people/person/show';
import { type Danger, dangers } from './model';

export interface Telling {
  id: string;
  rid: string;
  now: number;
  occurredAt: number | null;
  invocation: string;
  kind: DangerKind;
  word: string;
  communityId: string;
}

/** The document and one urgent message for each dispatcher, so that it reaches them in the quiet hours too; pure. */
export function told(person: Person, dispatchers: readonly string[], telling: Telling): Danger {
  const { id, rid, now, occurredAt, invocation, kind, word, communityId } = telling;
  const where = communityId === WHOLE_STREET ? '不知道是哪个社区，先看见的先打' : '请马上打电话过去问问';
  const data = {
    template: 'progress',
    title: `危急：${DANGER_KINDS[kind]}`,
    // What was said stands on the desk, for who may read it: a message lights up on any lock screen.
    text: where,
    link: '/packages/office/danger/danger',
    urgent: true,
  };
  return {
    ...birth(id, dangers.schema, [person._id], now),
    timeline: [{ rid, at: now, by: person._id, command: 'tell' }],
    effects: dispatchers.map((to) => promise(`${id}:tell:${to}`, 'notify', { ...data, to }, invocation, now)),
    sample: person.sample,
    kind,
    word,
    personId: person._id,
    who: maskedName(person.name, person.sample),
    hasPhone: person.phone !== null,
    communityId,
    saidAt: occurredAt ?? now,
    late: occurredAt !== null,
    open: true,
    called: null,
    reads: [],
  };
}

/** @throws NOT_NOW when a colleague was faster: two calls after one another frighten. */
export function calledBack(
  danger: Danger,
  call: { rid: string; now: number; by: string; name: string; note: string },
): Danger {
  if (!danger.open) return refuse('NOT_NOW');
  const { rid, now, by, name, note } = call;
  return {
    ...danger,
    open: false,
    called: { at: now, by: name, note },
    timeline: [...danger.timeline, { rid, at: now, by, command: 'called' }],
  };
}
