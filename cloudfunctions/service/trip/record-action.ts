import { LIMITS } from '@contract/limits';
import type { TripHousehold } from '@contract/trip';
import { VISIT_OUTCOMES } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { derivedId, readShortCode } from '../../core/ids';
import { isOwnFile } from '../../core/own-file';
import { refuse } from '../../core/refusal';
import { id, oneOf, someText, storedFile, text, typedCode } from '../../core/schemas';
import { servesCommunity } from '../../people/community/serving';
import { CODE_LENGTH, cards, opened } from '../../people/household/model';
import { persons } from '../../people/person/model';
import { tripShown } from './actions';
import { record } from './decide';
import { trips } from './definition';

/** One sentence at the door, by voice or by tap; what is needed goes on as a request in the same breath. */

const door = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{0,40}$/));

/** Behind a scanned card stands a person of one's own community; the scan is written down as always. */
async function behind(context: ActionContext, household: TripHousehold): Promise<string | null> {
  if (household?.by !== 'card') return null;
  const code = readShortCode(household.code, CODE_LENGTH) ?? refuse('CODE_WRONG', { field: 'household' });
  const [card] = await context.repository(cards).list({ where: { code }, limit: 1 });
  if (card === undefined) return refuse('CODE_WRONG', { field: 'household' });
  const person = await context.repository(persons).load(card.personId);
  if (!servesCommunity(context.caller, 'household.open', person.communityId)) refuse('NOT_ALLOWED');
  if (card.state !== 'valid') refuse('CARD_VOID');
  const step = { rid: context.rid, now: context.now, by: personId(context.caller) };
  await context.repository(cards).change(card._id, context.rid, (stored) => opened(stored, step));
  return card.personId;
}

export const tripRecordActions = [
  action({
    name: 'trip.record',
    kind: 'write',
    input: v.strictObject({
      id,
      stop: id,
      door,
      outcome: oneOf(VISIT_OUTCOMES),
      said: text(LIMITS.note),
      audio: v.nullable(
        v.strictObject({
          fileId: storedFile,
          seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(LIMITS.audioSeconds)),
        }),
      ),
      household: v.nullable(
        v.variant('by', [
          v.strictObject({ by: v.literal('card'), code: typedCode }),
          v.strictObject({ by: v.literal('name'), name: someText(LIMITS.name) }),
        ]),
      ),
      need: v.nullable(
        v.strictObject({ kind: v.picklist(['wish', 'errand', 'grid']), text: text(LIMITS.sentence) }),
      ),
    }),
    allow: 'person',
    async run(context, input) {
      const { rid, now, invocation } = context;
      if (input.audio !== null && !isOwnFile('recordings', input.audio.fileId, rid))
        refuse('INVALID_INPUT', { field: 'audio.fileId' });
      if (input.need !== null && input.need.text === '' && input.audio === null)
        refuse('INVALID_INPUT', { field: 'need.text' });
      const by = personId(context.caller);
      const repository = context.repository(trips);
      // Nobody learns by a card's code whether a trip is there that is not their own.
      if ((await repository.load(input.id)).visitorId !== by) refuse('NOT_FOUND');
      const { stop, outcome, said, audio, household } = input;
      const home = await behind(context, household);
      const need = input.need && {
        ...input.need,
        requestId: derivedId('request', 'trip', input.id, stop, input.door),
        personId: home,
        name: household?.by === 'name' ? household.name : '',
      };
      const found = {
        stop,
        door: input.door,
        outcome,
        said,
        audio,
        need,
        at: context.occurredAt ?? now,
        occurredAt: context.occurredAt,
      };
      const { doc } = await repository.change(input.id, rid, (trip) =>
        record(trip, found, { rid, now, invocation, by }),
      );
      await carryOut(repository, doc, context.carrier);
      return tripShown(context, doc);
    },
  }),
];
