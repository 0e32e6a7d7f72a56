import type { ArchiveClass, ArchiveMonth } from '@contract/archive';
import { POLICIES, type Policy } from '@contract/words';
import type { Nomination } from '../../service/award/model';
import { type ContentDraft, titleOf } from '../content/model';
import type { CommitteeMatter } from '../matter/model';
import { conclusionOf, type Names } from '../matter/view';
import type { FixedClass, Plan } from '../plan/model';
import type { Policies } from '../policy/model';
import type { Session } from '../session/model';
import type { Walk } from '../walk/model';

/** A month of the archive out of the documents in which things happened (S32); pure. */

export interface Held {
  month: string;
  from: number;
  until: number;
  sessions: readonly Session[];
  walks: readonly Walk[];
  plan: Plan | null;
  matters: readonly CommitteeMatter[];
  drafts: readonly ContentDraft[];
  policies: readonly Policies[];
  stories: readonly Nomination[];
  names: Names;
  nameOfClass(one: FixedClass): string;
  kAnonymity: number;
}

const SOMEBODY = '一位审的人';

export function archiveMonth(held: Held): ArchiveMonth {
  const { names, from, until } = held;
  const within = (time: number | null): time is number => time !== null && time >= from && time < until;
  const month = Number(held.month.slice(5));
  const approved = held.plan?.approved ?? null;
  return {
    month: held.month,
    classes: held.sessions.map((session) => classLine(session, held.kAnonymity)),
    walks: held.walks
      .filter(({ state }) => state === 'done')
      .map(({ _id, route, stopName, startsAt }) => ({ id: _id, route, stop: stopName, at: startsAt })),
    plan:
      held.plan === null || approved === null
        ? null
        : {
            edition: held.plan.edition,
            classes: approved.classes
              .filter((one) => one.month === month)
              .map((one) => ({ name: held.nameOfClass(one), area: one.area })),
          },
    decisions: held.matters.flatMap((matter) =>
      within(matter.concludedAt)
        ? [
            {
              id: matter._id,
              kind: matter.kind,
              title: matter.title,
              conclusion: conclusionOf(matter, names),
              at: matter.concludedAt,
            },
          ]
        : [],
    ),
    approvals: held.drafts.flatMap((draft) => {
      const at = draft.readings.at(-1)?.at ?? null;
      return within(at) ? [{ ...approval(draft, names), at }] : [];
    }),
    policies: held.policies.flatMap((policy) =>
      policy.versions
        .filter(({ approvedAt }) => within(approvedAt))
        .map(({ edition, effectiveOn, approvedAt }) => ({
          // The document's id is its key in the closed list.
          policy: policy._id as Policy,
          edition,
          effectiveOn,
          at: approvedAt,
        })),
    ),
    awards: held.stories.flatMap(({ _id, name, decidedAt, takenDown }) =>
      within(decidedAt) && takenDown === undefined ? [{ id: _id, name, at: decidedAt }] : [],
    ),
  };
}

function classLine(session: Session, kAnonymity: number): ArchiveClass {
  const came = session.holders.filter(({ arrived }) => arrived !== undefined).length;
  const { teacher } = session;
  return {
    id: session._id,
    title: session.title,
    startsAt: session.startsAt,
    venue: session.venueName,
    teacher: teacher.name ?? teacher.source,
    came: came < kAnonymity ? null : came,
    cancelled: session.state === 'cancelled',
    sample: session.sample,
  };
}

function approval(draft: ContentDraft, names: Names) {
  const readings = draft.readings
    .filter(({ round }) => round === draft.round)
    .map(({ stage, by, at, passed, reason }) => ({
      stage,
      name: names.get(by) ?? SOMEBODY,
      at,
      passed,
      reason,
    }));
  return { id: draft._id, kind: draft.kind, title: titleOf(draft.body, POLICIES), readings };
}

/** Everybody named in it, to be looked up once. */
export function peopleIn(matters: readonly CommitteeMatter[], drafts: readonly ContentDraft[]): string[] {
  return [
    ...matters.flatMap(({ voices }) => voices.map(({ by }) => by)),
    ...drafts.flatMap(({ readings }) => readings.map(({ by }) => by)),
  ];
}
