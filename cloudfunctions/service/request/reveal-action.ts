import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { bondWith } from '../../people/family/read';
import { persons } from '../../people/person/model';
import { actorsOf } from './actors';
import { requests } from './definition';
import type { ServiceRequest } from './model';
import { comesToDoor } from './visitor';

type Field = 'phone' | 'door' | 'pickup' | 'helper';

function sealedOf({ beneficiary, child }: ServiceRequest, field: Exclude<Field, 'helper'>) {
  if (field === 'pickup') return child?.pickUp ?? null;
  return field === 'phone' ? beneficiary.phone : beneficiary.door;
}

function opened({ vault }: ActionContext, sealed: string | null): string {
  return sealed === null ? '' : vault.open(sealed);
}

/** Written down before it is shown: who, in which role, for which matter (visual.md section 14). */
function withRead(
  request: ServiceRequest,
  context: ActionContext,
  role: 'helper' | 'dispatcher' | 'resident',
  field: Field,
): ServiceRequest {
  if (request.reads.some((read) => read.rid === context.rid)) return request;
  const read = { rid: context.rid, by: personId(context.caller), role, field, at: context.now };
  const of = field === 'helper' && request.helperId !== null ? { of: request.helperId } : {};
  return { ...request, reads: [...request.reads, { ...read, ...of }] };
}

/** What the household left, for who works on it today. */
async function ofHousehold(context: ActionContext, requestId: string, field: Exclude<Field, 'helper'>) {
  const { doc } = await context.repository(requests).change(requestId, context.rid, (request) => {
    const actors = actorsOf(request, context.caller, null);
    const helper = actors.has('helper') && request.state !== 'dispatched';
    if (!actors.has('dispatcher') && !actors.has('helper')) refuse('NOT_FOUND');
    if (!request.open || !(helper || actors.has('dispatcher'))) refuse('NOT_ALLOWED');
    // What cannot be opened is not read by anybody, and is not written down as read.
    opened(context, sealedOf(request, field));
    return withRead(request, context, helper ? 'helper' : 'dispatcher', field);
  });
  return opened(context, sealedOf(doc, field));
}

/** Whoever comes, rung by the household, where they let themselves be rung (workflows 2.2). */
async function ofHelper(context: ActionContext, requestId: string): Promise<string> {
  const repository = context.repository(requests);
  const { helperId, beneficiary } = await repository.load(requestId);
  const bond = await bondWith(context, beneficiary.personId);
  const helper = helperId === null ? null : await context.repository(persons).find(helperId);
  const number = helper?.rings === true ? opened(context, helper.phone) : '';
  await repository.change(requestId, context.rid, (request) => {
    if (!actorsOf(request, context.caller, bond).has('resident')) refuse('NOT_FOUND');
    if (number === '' || request.helperId !== helperId || !comesToDoor(request)) refuse('NOT_ALLOWED');
    return withRead(request, context, 'resident', 'helper');
  });
  return number;
}

/** One number, door or word, for who may see it: each time it is written down who did. */
export const revealActions = [
  action({
    name: 'request.reveal',
    kind: 'write',
    input: v.strictObject({ id, field: v.picklist(['phone', 'door', 'pickup', 'helper']) }),
    allow: 'person',
    run: async (context, { id: requestId, field }) => ({
      value: await (field === 'helper'
        ? ofHelper(context, requestId)
        : ofHousehold(context, requestId, field)),
    }),
  }),
];
