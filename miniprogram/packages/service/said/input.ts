import { LIMITS } from '../../../contract/limits';
import type { Beneficiary, Sensitive, SubmitInput } from '../../../contract/submit';
import type { RequestKind } from '../../../contract/words';
import { lengthOf } from '../../../lib/text';
import { isHeard, isKnown, isSaid, type Said } from './said';
import { understood } from './understood';

/** Not chosen: it goes the way that shows nothing in public, and the desk converts it without asking again. */
const UNDECIDED: RequestKind = 'errand';

/** The draft as the server takes it. The outbox uploads the recording and puts its id into `audio`. */
export function submitInput(said: Said): SubmitInput {
  const self = said.forWhom === 'self';
  const { category } = understood(said);
  const kind = kindOf(said);
  return {
    kind,
    text: said.text.trim(),
    audio: null,
    ...(isHeard(said) ? { heard: true } : {}),
    category: category === '' ? null : category,
    beneficiary: beneficiaryOf(said),
    communityId: said.communityId,
    phone: self ? said.phone.trim() : '',
    building: self ? said.building.trim() : '',
    door: self ? said.door.trim() : '',
    when: kind === 'grid' ? '' : said.when,
    occurredAt: null,
    ...(said.itemId === '' ? {} : { itemId: said.itemId }),
    ...(said.child == null ? {} : { child: said.child }),
    ...agreedIn(said),
    ...(said.shopping == null ? {} : { shopping: said.shopping }),
  };
}

/** The guardian's form is the consent for a child; for 身体的事 a question of its own. */
function agreedIn({ child, health }: Said): Pick<SubmitInput, 'agreed'> {
  const agreed: Sensitive[] = [
    ...(health ? (['health'] as const) : []),
    ...(child == null ? [] : (['child'] as const)),
  ];
  return agreed.length === 0 ? {} : { agreed };
}

/** 上门诊疗 is where somebody says what ails them; asked once for each time it is said (rules.md 4.2). */
export function needsHealthConsent(said: Said): boolean {
  return understood(said).category === 'home_clinic' && !said.health && said.text !== WITHOUT_HEALTH;
}

const WITHOUT_HEALTH = '想请大夫上门看看，病情见面说';

/** The same without what ails them: a doctor comes all the same, and hears it face to face. */
export function withoutHealth(said: Said): Said {
  return {
    ...said,
    ...understood(said),
    kindGiven: true,
    text: WITHOUT_HEALTH,
    recording: null,
    heard: '',
    health: false,
  };
}

function kindOf(said: Said): RequestKind {
  const { kind } = understood(said);
  return kind === '' ? UNDECIDED : kind;
}

function beneficiaryOf(said: Said): Beneficiary {
  if (said.forWhom === 'self') return { who: 'self' };
  if (said.forWhom === 'bound') return { who: 'bound', personId: said.personId };
  if (said.forWhom === 'household') return { who: 'household', cardId: said.personId };
  return {
    who: 'other',
    relation: said.forWhom,
    name: said.name.trim(),
    phone: said.phone.trim(),
    building: said.building.trim(),
    door: said.door.trim(),
  };
}

export interface Missing {
  /** The path that the server would name. */
  field: string;
  says: string;
}

/** What must be there before it is worth sending; everything else the server decides. */
export function missingIn(said: Said): Missing | null {
  if (!isSaid(said)) return { field: 'text', says: '还没说是啥事呢，说一句或写几个字' };
  const over = lengthOf(said.text.trim()) - LIMITS.sentence;
  if (over > 0) return { field: 'text', says: `多了 ${over} 个字，短一点就能交` };
  if (said.forWhom !== 'self' && !isKnown(said.forWhom) && said.name.trim() === '') {
    return { field: 'beneficiary.name', says: '给谁办？写个称呼就行，比如“张大娘”' };
  }
  if (said.communityId === '') return { field: 'communityId', says: '住哪个社区？点一下，好知道交给谁' };
  return null;
}

/** The same without telephone, building and door: what is left when somebody does not agree to their storing. */
export function withoutContact(said: Said): Said {
  return { ...said, phone: '', building: '', door: '' };
}

/** Telephone and address are asked about on their own, before they leave the phone (rules 4.2). */
export function needsConsent({ phone, building, door }: Pick<Said, 'phone' | 'building' | 'door'>): boolean {
  return [phone, building, door].some((part) => part.trim() !== '');
}
