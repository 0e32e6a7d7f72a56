import { LIMITS } from '@contract/limits';
import { CHILD_AGES, GRID_TOPICS, REQUEST_KINDS, SERVICE_CATEGORIES } from '@contract/words';
import * as v from 'valibot';
import { id, oneOf, phone, someText, storedFile, text, time } from '../../core/schemas';
import { communityId } from '../../people/community/schema';

export const category = v.picklist([
  ...(Object.keys(SERVICE_CATEGORIES) as (keyof typeof SERVICE_CATEGORIES)[]),
  ...(Object.keys(GRID_TOPICS) as (keyof typeof GRID_TOPICS)[]),
]);

const audio = v.strictObject({
  fileId: storedFile,
  seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(LIMITS.audioSeconds)),
});

export const SubmitSchema = v.pipe(
  v.strictObject({
    kind: oneOf(REQUEST_KINDS),
    text: text(LIMITS.sentence),
    audio: v.nullable(audio),
    heard: v.exactOptional(v.boolean()),
    category: v.nullable(category),
    beneficiary: v.variant('who', [
      v.strictObject({ who: v.literal('self') }),
      v.strictObject({ who: v.literal('bound'), personId: id }),
      v.strictObject({ who: v.literal('household'), cardId: id }),
      v.strictObject({
        who: v.literal('other'),
        relation: v.picklist(['family', 'neighbour', 'grid']),
        name: someText(LIMITS.name),
        phone,
        building: text(LIMITS.place),
        door: text(LIMITS.place),
      }),
    ]),
    communityId,
    phone,
    building: text(LIMITS.place),
    door: text(LIMITS.place),
    when: text(LIMITS.place),
    occurredAt: v.nullable(time),
    cameBy: v.exactOptional(v.literal('paper')),
    itemId: v.exactOptional(id),
    child: v.exactOptional(
      v.strictObject({
        nickname: someText(LIMITS.name),
        age: oneOf(CHILD_AGES),
        pickUp: someText(LIMITS.name),
      }),
    ),
    agreed: v.exactOptional(v.pipe(v.array(v.picklist(['health', 'child'])), v.maxLength(2))),
    shopping: v.exactOptional(
      v.strictObject({
        list: v.pipe(v.array(someText(LIMITS.place)), v.minLength(1), v.maxLength(LIMITS.shopping)),
        ceiling: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
      }),
    ),
  }),
  // A sentence or a recording: one of them is the matter.
  v.forward(
    v.check((input) => input.text !== '' || input.audio !== null),
    ['text'],
  ),
);
