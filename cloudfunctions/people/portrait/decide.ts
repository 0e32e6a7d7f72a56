import { type Attachment, filesGone } from '../../core/attachment';
import { may, type RoleGrant } from '../../core/permissions';
import type { Person } from '../person/model';

/** 上门名片 of a person. Pure. */

export interface PortraitStep {
  now: number;
  rid: string;
  by: string;
  invocation: string;
}

type Command = 'put_portrait' | 'remove_portrait' | 'ring' | 'portrait_refused';

/** Another picture, or none: the one before leaves the storage with this update. */
export function withPortrait(
  person: Person,
  portrait: Attachment | null,
  command: Command,
  step: PortraitStep,
): Person {
  return {
    ...withoutFile(person, step),
    portrait,
    timeline: [...person.timeline, { rid: step.rid, at: step.now, by: step.by, command }],
  };
}

export function withRing(person: Person, rings: boolean, step: PortraitStep): Person {
  return {
    ...person,
    rings,
    timeline: [...person.timeline, { rid: step.rid, at: step.now, by: step.by, command: 'ring' }],
  };
}

/** Everything of it is taken back. */
export function withoutCard(person: Person, step: Pick<PortraitStep, 'now' | 'rid' | 'invocation'>): Person {
  return { ...withoutFile(person, step), portrait: null, rings: false };
}

/** Who comes to nobody's door any more needs no picture there. @param grants all that they are trusted with */
export function cardOf(
  person: Person,
  grants: readonly RoleGrant[],
  step: Pick<PortraitStep, 'now' | 'rid' | 'invocation'>,
): Person {
  const has = person.portrait != null || person.rings === true;
  return has && !may(grants, 'request.work') ? withoutCard(person, step) : person;
}

function withoutFile(person: Person, step: Pick<PortraitStep, 'now' | 'rid' | 'invocation'>): Person {
  const { portrait } = person;
  if (portrait == null) return person;
  const gone = filesGone(`${person._id}:${step.rid}`, [portrait.fileId], step);
  return { ...person, effects: [...person.effects, gone] };
}
