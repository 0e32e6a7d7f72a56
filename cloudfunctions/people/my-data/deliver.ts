import { noted } from '../../core/act';
import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { eachOf } from '../../core/each-read';
import { carryOut } from '../../core/effects';
import { forgetOrders } from '../../school/course/deliver';
import { decisions } from '../../school/decision/decide';
import { forgetStations } from '../../school/station/deliver';
import { requests } from '../../service/request/definition';
import { handBack } from '../../service/request/handed-back-deliver';
import { leftBehind } from '../../service/request/leaving';
import { callOff } from '../../service/trip/visitor-gone-deliver';
import { complaints } from '../complaint/definition';
import { emptied as emptiedComplaint } from '../complaint/emptied';
import { parted } from '../family/bond';
import { bonds, pairingId, pairings } from '../family/model';
import { bondsOf } from '../family/read';
import { cardId, cards } from '../household/model';
import { messages } from '../inbox/model';
import { emptied, persons } from '../person/model';
import { forgetRecords } from './forget-deliver';

/**
 * The effect `forget` of a person who was erased: the way from WeChat to them is cut, bonds end,
 * their matters keep what a number needs, messages go. Each step may be done twice.
 */
export async function forget(run: RunContext, effect: Effect): Promise<void> {
  const { personId, openid, accountId } = effect.data;
  if (typeof personId !== 'string') throw new Error('nobody to forget');
  if (typeof openid === 'string') await run.database.collection('accounts').doc(openid).remove();
  // Whoever had two ways in is forgotten on both: what never came over stands under the account's id.
  if (typeof accountId === 'string') {
    const rid = `${effect.id}:account`;
    const people = run.repository(persons);
    const step = { rid, now: run.now, invocation: run.invocation };
    const { doc } = await people.change(accountId, rid, (account) => emptied(account, step));
    await carryOut(people, doc, run.carrier);
    await forget(run, { ...effect, id: rid, data: { personId: accountId } });
  }
  await endBonds(run, personId, effect.id);
  await handBack(run, effect);
  await callOff(run, { ...effect, id: `${effect.id}:call_off` });
  await leaveMatters(run, personId, effect.id);
  await forgetHelper(run, personId, `${effect.id}:helper`);
  await forgetOrders(run, personId, effect.id);
  await forgetStations(run, personId, effect.id);
  await forgetRecords(run, effect, personId);
  await emptyComplaints(run, personId, effect.id);
  await forgetDecisions(run, personId, effect.id);
  await removeMessages(run, personId);
  await run.database.collection(cards.collection).doc(cardId(personId)).remove();
  await run.database.collection(pairings.collection).doc(pairingId(personId)).remove();
}

async function endBonds(run: RunContext, personId: string, rid: string): Promise<void> {
  const repository = run.repository(bonds);
  const step = { rid, now: run.now, by: personId, invocation: run.invocation };
  for (const { _id } of await bondsOf(run, personId)) {
    const { doc } = await repository.change(_id, rid, (bond) => parted(bond, step));
    await carryOut(repository, doc, run.carrier);
  }
}

async function leaveMatters(run: RunContext, personId: string, rid: string): Promise<void> {
  const repository = run.repository(requests);
  const step = { now: run.now, rid, invocation: run.invocation, settings: run.settings };
  await eachOf(run, requests, { people: personId }, async ({ _id }) => {
    const { doc } = await repository.change(_id, rid, (request) => leftBehind(request, personId, step));
    await carryOut(repository, doc, run.carrier);
  });
}

/** What they helped with says that somebody did, and not who. */
async function forgetHelper(run: RunContext, personId: string, rid: string): Promise<void> {
  const repository = run.repository(requests);
  await eachOf(run, requests, { helperId: personId }, async ({ _id }) => {
    await repository.change(_id, rid, (request) => {
      const { helper } = request;
      if (helper?.personId !== personId || helper.line.name === helper.line.role) return request;
      return { ...request, helper: { ...helper, line: { ...helper.line, name: helper.line.role } } };
    });
  });
}

/** What was said under a name stays without it and without its words. */
async function emptyComplaints(run: RunContext, personId: string, rid: string): Promise<void> {
  const repository = run.repository(complaints);
  await eachOf(run, complaints, { people: personId }, async ({ _id }) => {
    await repository.change(_id, rid, emptiedComplaint);
  });
}

async function forgetDecisions(run: RunContext, personId: string, rid: string): Promise<void> {
  const repository = run.repository(decisions);
  const step = { rid, now: run.now, by: 'system' };
  await eachOf(run, decisions, { people: personId }, async ({ _id }) => {
    await repository.change(_id, rid, (decision) =>
      noted({ ...decision, owner: { ...decision.owner, name: decision.owner.role } }, step, 'forget'),
    );
  });
}

async function removeMessages(run: RunContext, personId: string): Promise<void> {
  const collection = run.database.collection(messages.collection);
  await eachOf(run, messages, { personId }, async ({ _id }) => {
    await collection.doc(_id).remove();
  });
}
