import { LIMITS } from '@contract/limits';
import type { ShareKind } from '@contract/words';
import { SHARE_KINDS } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { birth } from '../../core/birth';
import { DAY } from '../../core/calendar';
import { type Caller, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { derivedId, shortCode } from '../../core/ids';
import { refuse } from '../../core/refusal';
import { id, oneOf, someText } from '../../core/schemas';
import { screened } from '../../core/screening';
import { persons } from '../../people/person/model';
import { maskedName, personLine } from '../../people/person/show';
import { shares } from './definition';
import { type Share, shareCard } from './model';

/** 芝麻分享 and 芝麻亮相 (S67). Asking for what is offered goes through the community. */

const Put = v.strictObject({
  kind: oneOf(SHARE_KINDS),
  text: someText(LIMITS.place),
  days: v.picklist([7, 30, 90]),
});

/** A promise is a member's, of their own will. */
const mayPromise = (caller: Caller) => caller.grants.some(({ role }) => role === 'member');

function shelf(context: ActionContext, kind: ShareKind): Promise<Share[]> {
  return context.repository(shares).list({
    where: { kind, open: true },
    order: [['createdAt', 'desc']],
    limit: LIMITS.page,
    without: ['timeline', 'effects'],
  });
}

async function put(context: ActionContext, { kind, text, days }: v.InferOutput<typeof Put>) {
  const who = personId(context.caller);
  if (kind === 'promise' && !mayPromise(context.caller)) refuse('NOT_ALLOWED');
  const repository = context.repository(shares);
  const shareId = derivedId('share', who, context.rid);
  const stored = await repository.find(shareId);
  if (stored !== null) return shareCard(stored, who);
  await screened(context, text, 'text');
  const person = await context.repository(persons).load(who);
  const neighbour = {
    name: maskedName(person.name, person.sample) || '街坊',
    role: '街坊',
    sample: person.sample,
  };
  const { doc } = await repository.create({
    ...birth(shareId, shares.schema, [who], context.now),
    timeline: [{ rid: context.rid, at: context.now, by: who, command: 'put' }],
    sample: person.sample,
    kind,
    text,
    who: kind === 'promise' ? personLine(person, 'member') : neighbour,
    ownerId: who,
    no: shortCode('share', shareId, 5),
    until: kind === 'promise' ? null : context.now + days * DAY,
    open: true,
  });
  return shareCard(doc, who);
}

export const shareActions = [
  action({
    name: 'sesame.get',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const [skills, things, promises] = await Promise.all([
        shelf(context, 'skill'),
        shelf(context, 'thing'),
        shelf(context, 'promise'),
      ]);
      const card = (share: Share) => shareCard(share, context.caller.id);
      const offers = [...skills, ...things].filter(({ until }) => until === null || until > context.now);
      return {
        offers: offers.sort((one, other) => other.createdAt - one.createdAt).map(card),
        promises: promises.map(card),
        mayPromise: mayPromise(context.caller),
      };
    },
  }),
  action({ name: 'share.put', kind: 'write', input: Put, allow: 'person', run: put }),
  action({
    name: 'share.withdraw',
    kind: 'write',
    input: v.strictObject({ id }),
    allow: 'person',
    async run(context, input) {
      const who = personId(context.caller);
      await context.repository(shares).change(input.id, context.rid, (before) => {
        if (before.ownerId !== who) refuse('NOT_ALLOWED');
        const entry = { rid: context.rid, at: context.now, by: who, command: 'withdraw' };
        return before.open ? { ...before, open: false, timeline: [...before.timeline, entry] } : before;
      });
      return {};
    },
  }),
];
