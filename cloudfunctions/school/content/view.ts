import type { ContentBody, ContentCard, DraftCard, DraftCommand, DraftView } from '@contract/content';
import { POLICIES, type Policy } from '@contract/words';
import { allowed } from '../../core/machine';
import type { Settings } from '../../core/settings';
import type { Policies } from '../policy/model';
import { hasRead } from './decide';
import { freshAt, isOld, type Published } from './fresh';
import { contentMachine, type DraftActor } from './machine';
import { type ContentDraft, titleOf } from './model';

export interface DraftReader {
  personId: string | null;
  actors: ReadonlySet<DraftActor>;
}

const SENTENCES: Readonly<Record<DraftCommand, string>> = {
  write: '写了一稿',
  submit: '交上来审',
  pass: '看过了，过',
  send_back: '退回去改',
  drop: '先不弄了',
};
const SOMEBODY = '一位审的人';

/** What this reader may do now; who passed an earlier reading cannot do the next one. */
export function commandsOf(draft: ContentDraft, reader: DraftReader): DraftCommand[] {
  const read = hasRead(draft, reader.personId);
  return allowed(contentMachine, draft.state, reader.actors).filter((command) => command !== 'pass' || !read);
}

export function draftCard(draft: ContentDraft): DraftCard {
  const { kind, state, edition, updatedAt, sample } = draft;
  return { id: draft._id, kind, title: titleOf(draft.body, POLICIES), state, edition, at: updatedAt, sample };
}

export function draftView(
  draft: ContentDraft,
  names: ReadonlyMap<string, string>,
  reader: DraftReader,
  before: ContentBody | null,
  videoUrl: string | null,
): DraftView {
  const next = commandsOf(draft, reader);
  const name = (id: string) => names.get(id) ?? SOMEBODY;
  return {
    ...draftCard(draft),
    contentId: draft.contentId,
    body: draft.body,
    before,
    videoUrl,
    writer: names.get(draft.writerId) ?? '教务',
    readings: draft.readings.map(({ stage, by, at, passed, reason }) => ({
      stage,
      name: name(by),
      at,
      passed,
      reason,
    })),
    history: draft.timeline.flatMap(({ at, by, command }) =>
      command in SENTENCES
        ? [
            {
              at,
              // The key was just found in the closed list.
              text: SENTENCES[command as DraftCommand],
              who: names.get(by) ?? '',
              occurredAt: null,
            },
          ]
        : [],
    ),
    another: !next.includes('pass') && allowed(contentMachine, draft.state, reader.actors).includes('pass'),
    next,
  };
}

export function contentCard(
  kind: 'course' | 'recorded',
  doc: Published,
  now: number,
  settings: Settings,
): ContentCard {
  return {
    id: doc._id,
    kind,
    title: doc.title,
    shown: doc.approved,
    freshAt: freshAt(doc),
    stale: isOld(doc, doc.approved, now, settings),
    sample: doc.sample,
  };
}

/** One of the school's rules, once there is a wording. */
export function policyCard(policy: Policy, doc: Policies, now: number, settings: Settings): ContentCard {
  return {
    id: doc._id,
    kind: 'policy',
    title: POLICIES[policy],
    shown: doc.edition > 0,
    freshAt: freshAt(doc),
    stale: isOld(doc, doc.edition > 0, now, settings),
    sample: doc.sample,
  };
}
