import type { QueuedItem } from '../../../api/queue-item';
import type { Beneficiary, SubmitInput } from '../../../contract/submit';
import type { Said } from './said';

/** What was handed in and came back, as a draft again. Storage in between may be from an older version. */
export function saidAgain(item: Pick<QueuedItem, 'input' | 'recording'>): Partial<Said> {
  const input: Partial<SubmitInput> = item.input;
  return {
    text: input.text ?? '',
    recording: item.recording,
    heard: input.heard === true ? (input.text ?? '') : '',
    kind: input.kind ?? '',
    kindGiven: input.kind !== undefined,
    category: input.category ?? '',
    itemId: input.itemId ?? '',
    child: input.child ?? null,
    health: input.agreed?.includes('health') === true,
    shopping: input.shopping ?? null,
    when: input.when ?? '',
    communityId: input.communityId ?? '',
    ...about(input.beneficiary, input),
  };
}

function about(beneficiary: Beneficiary | undefined, input: Partial<SubmitInput>): Partial<Said> {
  if (beneficiary === undefined || beneficiary.who === 'self') {
    return {
      forWhom: 'self',
      phone: input.phone ?? '',
      building: input.building ?? '',
      door: input.door ?? '',
    };
  }
  if (beneficiary.who === 'bound') return { forWhom: 'bound', personId: beneficiary.personId, name: '' };
  if (beneficiary.who === 'household')
    return { forWhom: 'household', personId: beneficiary.cardId, name: '' };
  const { relation, name, phone, building, door } = beneficiary;
  return { forWhom: relation, name, phone, building, door };
}
