import type { Effect, TimerContext } from '../../core/aggregate';
import { type Attachment, askedAgain, filesGone } from '../../core/attachment';
import { promise } from '../../core/effects';
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
  const gone = pictureGone(person, step);
  return gone.length === 0 ? person : { ...person, effects: [...person.effects, ...gone] };
}

/** The file leaves the storage with the update that stops naming it. */
export function pictureGone(
  { _id, portrait }: Person,
  step: Pick<PortraitStep, 'now' | 'rid' | 'invocation'>,
): Effect[] {
  return portrait == null ? [] : [filesGone(`${_id}:${step.rid}`, [portrait.fileId], step)];
}

/** Asked about once more where WeChat has not answered; at last whoever gave it hears that nobody sees it. */
export function portraitDue(person: Person, { now, rid, settings, invocation }: TimerContext): Person {
  const { portrait } = person;
  if (portrait == null) return person;
  const after = askedAgain(portrait, now, settings);
  if (after === portrait) return person;
  const notice = {
    to: person._id,
    template: 'progress',
    title: '上门的照片还没人看得到',
    text: '微信一直没回话，照片先不给人家看。换一张再试，不放也照样上门。',
    link: '/packages/people/portrait/portrait',
    urgent: false,
  };
  const effect =
    after.check === 'waiting'
      ? promise(`${person._id}:${rid}:check`, 'check_portrait', { personId: person._id }, invocation, now)
      : promise(`${person._id}:${rid}:unanswered`, 'notify', notice, invocation, now);
  return { ...person, portrait: after, effects: [...person.effects, effect] };
}
