import type { SubmitInput } from '@contract/submit';
import type { Channel, RequestKind } from '@contract/words';
import { birth } from '../../core/birth';
import { requests } from './definition';
import { MACHINES } from './machines';
import type { BeneficiaryRecord, RequestEntry, ServiceRequest } from './model';
import { settle } from './settle';
import type { RequestStep } from './step';

/** What was looked up or sealed before a request can be written. */
export interface Submission {
  id: string;
  no: string;
  input: SubmitInput;
  screening: ServiceRequest['screening'];
  beneficiary: BeneficiaryRecord;
  audio: ServiceRequest['audio'];
  item?: ServiceRequest['item'];
  child?: ServiceRequest['child'];
  sample: boolean;
}

/** The first document of a request; pure. */
export function submitted(submission: Submission, step: RequestStep): ServiceRequest {
  const { input } = submission;
  const { beneficiary } = submission;
  const channel: Channel = input.cameBy ?? beneficiary.relation;
  const initial = MACHINES[input.kind].initial;
  // Nothing of a resident is lost to a check: what it does not clear goes to a person (rules.md 4.5).
  const state = input.kind === 'wish' && submission.screening !== 'pass' ? 'manual_review' : initial;
  const entry: RequestEntry = {
    rid: step.rid,
    at: step.now,
    by: step.by,
    command: 'submit',
    from: state,
    to: state,
    says: input.cameBy === 'paper' ? '您写在纸上的，替您录进来了' : saysOf(beneficiary),
    who: step.who.name,
    occurredAt: step.occurredAt,
  };
  const request: ServiceRequest = {
    ...birth(submission.id, requests.schema, whoseIs(beneficiary, step.by), step.now),
    timeline: [entry],
    sample: submission.sample,
    no: submission.no,
    kind: input.kind,
    category: input.category,
    state,
    enteredAt: step.now,
    timersDone: [],
    item: submission.item ?? null,
    child: submission.child ?? null,
    shopping: input.shopping ?? null,
    ...(input.agreed === undefined ? {} : { agreed: input.agreed }),
    campaign: null,
    title: firstWords(input.text, input.kind),
    text: input.text,
    publicText: '',
    audio: submission.audio,
    screening: submission.screening,
    requesterId: beneficiary.relation === 'grid' ? null : step.by,
    operatorId: step.by,
    beneficiary,
    channel,
    communityId: input.communityId,
    when: input.when,
    occurredAt: step.occurredAt,
    tier: null,
    dueAt: null,
    helper: null,
    helperId: null,
    department: null,
    departmentId: null,
    bounced: null,
    question: '',
    papers: [],
    rating: null,
    returned: false,
    mergedInto: null,
    maskedAt: null,
    reads: [],
    open: true,
    desk: 'waiting',
    wall: false,
    wallOrder: 0,
  };
  return settle(request, true, step);
}

/** Who wrote it down for a household at its side has done so, and it is not theirs: nothing of their own is buried by it. */
function whoseIs({ relation, personId }: BeneficiaryRecord, by: string): string[] {
  if (personId === null) return [by];
  return relation === 'grid' ? [personId] : [...new Set([by, personId])];
}

function saysOf({ relation, personId }: BeneficiaryRecord): string {
  if (relation === 'grid') return '网格员替您记下、交上来了';
  return relation === 'family' && personId !== null
    ? '家里人替您交上来了，有人会接着办'
    : '您交上来了，有人会接着办';
}

const NAMES: Readonly<Record<RequestKind, string>> = {
  wish: '一个心愿',
  errand: '一件代办',
  grid: '一件网格事',
};

/** The title until the desk gives one: the first words said, or the kind when only a recording came. */
function firstWords(text: string, kind: RequestKind): string {
  const [sentence = ''] = text.split(/[，。！？\n,.!?]/);
  const characters = [...sentence.trim()];
  if (characters.length === 0) return NAMES[kind];
  return characters.length <= 14 ? characters.join('') : `${characters.slice(0, 13).join('')}…`;
}
