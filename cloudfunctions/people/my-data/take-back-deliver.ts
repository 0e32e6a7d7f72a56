import type { Consent } from '@contract/my-data';
import type { Sensitive } from '@contract/submit';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { requests } from '../../service/request/definition';
import { takenBack } from '../../service/request/mask';
import { matters } from './read';

/** What taking a consent back changes beyond the person: in the matters in which it was given. */
export async function takeBackEverywhere(
  context: ActionContext,
  me: string,
  consent: Consent,
): Promise<void> {
  if (consent === 'contact') await clearEnded(context, me);
  if (consent === 'health' || consent === 'child') await takeBack(context, me, consent);
}

/** Matters that are over need nobody's number; those under way keep it until they are over. */
async function clearEnded(context: ActionContext, me: string): Promise<void> {
  const ended = (await matters(context, me)).filter(
    ({ open, beneficiary }) => !open && (beneficiary.phone !== null || beneficiary.door !== null),
  );
  for (const { _id } of ended)
    await context.repository(requests).change(_id, context.rid, (request) => ({
      ...request,
      beneficiary: { ...request.beneficiary, phone: null, door: null, building: '' },
    }));
}

async function takeBack(context: ActionContext, me: string, what: Sensitive): Promise<void> {
  const said = (await matters(context, me)).filter(({ agreed }) => agreed?.includes(what) === true);
  const repository = context.repository(requests);
  for (const { _id } of said) {
    const { doc } = await repository.change(_id, context.rid, (request) => takenBack(request, what, context));
    await carryOut(repository, doc, context.carrier);
  }
}
