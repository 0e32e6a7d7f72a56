import { LIMITS } from '@contract/limits';
import { BRANDS, CAMPAIGNS, type Campaign, SERVICE_CATEGORIES } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { birth } from '../../core/birth';
import { can, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { derivedId } from '../../core/ids';
import { refuse } from '../../core/refusal';
import { id, lines, oneOf, someText, version } from '../../core/schemas';
import { screened } from '../../core/screening';
import { requests } from '../request/definition';
import { changed, confirmed, itemCard, itemView, offered, type ServiceItem, serviceItems } from './model';

/** 服务目录: everybody reads it; the office and the desks keep it (S71, S72). */

const Put = v.strictObject({
  id: v.nullable(id),
  version,
  category: oneOf(SERVICE_CATEGORIES),
  title: someText(LIMITS.title),
  forWhom: someText(LIMITS.place),
  asks: lines,
  takes: someText(LIMITS.place),
  otherWays: someText(LIMITS.reason),
});

const keeps = (context: ActionContext): boolean => can(context.caller, 'catalogue.keep');
const step = ({ now, rid, caller }: ActionContext) => ({ now, rid, by: personId(caller) });

async function shelf(context: ActionContext, listed: boolean): Promise<ServiceItem[]> {
  return context.repository(serviceItems).list({
    where: { listed },
    order: [['order', 'asc']],
    limit: LIMITS.catalogue,
    without: ['timeline', 'effects'],
  });
}

async function put(context: ActionContext, input: v.InferOutput<typeof Put>) {
  const { id: given, version: read, ...words } = input;
  const repository = context.repository(serviceItems);
  const itemId = given ?? derivedId('item', personId(context.caller), context.rid);
  const stored = await repository.find(itemId);
  const replay = stored?.timeline.some(({ rid }) => rid === context.rid) ?? false;
  if (stored !== null && replay) return itemView(stored, true);
  await screened(context, [...Object.values(words)].flat().join('\n'), 'title');
  if (given !== null) {
    const { doc } = await repository.change(given, context.rid, (item) =>
      changed(item, read, words, step(context)),
    );
    return itemView(doc, true);
  }
  const { doc } = await repository.create({
    ...birth(itemId, serviceItems.schema, [], context.now),
    ...words,
    // Whoever keeps the catalogue has put it there: it is the street's own.
    timeline: [{ rid: context.rid, at: context.now, by: personId(context.caller), command: 'put' }],
    listed: true,
    order: context.now,
    confirmedAt: context.now,
  });
  return itemView(doc, true);
}

async function solvedOf(context: ActionContext, campaign: Campaign): Promise<number | null> {
  const solved = await context.repository(requests).count({ campaign, 'rating.solved': true });
  return solved < context.settings.kAnonymity ? null : solved;
}

export const catalogueActions = [
  action({
    name: 'catalogue.list',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const kept = keeps(context);
      const [items, withdrawn] = await Promise.all([shelf(context, true), kept ? shelf(context, false) : []]);
      return { items: items.map(itemCard), withdrawn: withdrawn.map(itemCard), keeps: kept };
    },
  }),
  action({
    name: 'catalogue.get',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'anyone',
    async run(context, input) {
      const item = await context.repository(serviceItems).load(input.id);
      if (!item.listed && !keeps(context)) refuse('NOT_FOUND');
      return itemView(item, keeps(context));
    },
  }),
  action({ name: 'catalogue.put', kind: 'write', input: Put, allow: 'catalogue.keep', run: put }),
  action({
    name: 'catalogue.confirm',
    kind: 'write',
    input: v.strictObject({ id }),
    allow: 'catalogue.keep',
    async run(context, input) {
      const { doc } = await context
        .repository(serviceItems)
        .change(input.id, context.rid, (item) => confirmed(item, step(context)));
      return itemView(doc, true);
    },
  }),
  action({
    name: 'catalogue.offer',
    kind: 'write',
    input: v.strictObject({ id, offered: v.boolean() }),
    allow: 'catalogue.keep',
    async run(context, input) {
      const { doc } = await context
        .repository(serviceItems)
        .change(input.id, context.rid, (item) => offered(item, input.offered, step(context)));
      return itemView(doc, true);
    },
  }),
  action({
    name: 'brand.get',
    kind: 'read',
    input: v.strictObject({ brand: oneOf(BRANDS) }),
    allow: 'anyone',
    async run(context, { brand }) {
      // The keys of a closed list of words are its values.
      const named = Object.keys(CAMPAIGNS) as Campaign[];
      const campaigns = await Promise.all(
        named.map(async (campaign) => ({ campaign, solved: await solvedOf(context, campaign) })),
      );
      return { brand, campaigns: brand === 'brand_red_sesame' ? campaigns : [] };
    },
  }),
];
