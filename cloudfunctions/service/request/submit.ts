import type { SubmitInput } from '@contract/service';
import type { Channel, RequestKind } from '@contract/words';
import { requests } from './definition';
import { MACHINES } from './machines';
import type { RequestEntry, ServiceRequest } from './model';
import { settle } from './settle';
import type { RequestStep } from './step';

/** What was looked up or sealed before a request can be written. */
export interface Submission {
  id: string;
  no: string;
  input: SubmitInput;
  screening: ServiceRequest['screening'];
  /** Sealed forms of what the input holds in plain. */
  phone: string | null;
  door: string | null;
  audio: ServiceRequest['audio'];
  sample: boolean;
}

/** The first document of a request; pure. */
export function submitted(submission: Submission, step: RequestStep): ServiceRequest {
  const { input } = submission;
  const channel = channelOf(input);
  const self = input.beneficiary.who === 'self';
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
    says: channel === 'grid' ? '网格员替您记下、交上来了' : '您交上来了，有人会接着办',
    who: step.who.name,
    occurredAt: step.occurredAt,
  };
  const request: ServiceRequest = {
    _id: submission.id,
    schema: requests.schema,
    version: 1,
    people: [step.by],
    timeline: [entry],
    effects: [],
    wakeAt: null,
    createdAt: step.now,
    updatedAt: step.now,
    sample: submission.sample,
    no: submission.no,
    kind: input.kind,
    category: input.category,
    state,
    enteredAt: step.now,
    timersDone: [],
    title: firstWords(input.text, input.kind),
    text: input.text,
    publicText: '',
    audio: submission.audio,
    screening: submission.screening,
    requesterId: channel === 'grid' ? null : step.by,
    operatorId: step.by,
    beneficiary: {
      personId: self ? step.by : null,
      relation: self ? 'self' : input.beneficiary.who === 'other' ? input.beneficiary.relation : 'self',
      name: input.beneficiary.who === 'other' ? input.beneficiary.name : '',
      phone: submission.phone,
      building: input.beneficiary.who === 'other' ? input.beneficiary.building : input.building,
      door: submission.door,
    },
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
    reads: [],
    open: true,
    desk: 'waiting',
    wall: false,
    wallOrder: 0,
  };
  return settle(request, true, step);
}

function channelOf({ beneficiary }: SubmitInput): Channel {
  if (beneficiary.who === 'self') return 'self';
  return beneficiary.relation;
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
