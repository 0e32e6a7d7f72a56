import type { ServiceItemCard, ServiceItemInput, ServiceItemView } from '@contract/catalogue';
import type { CategoryCare, RequestKind, ServiceCategory } from '@contract/words';
import { type Act, asRead, noted } from '../../core/act';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';

/** One thing that can be asked for (S72). All of it is public. */
export interface ServiceItem extends Aggregate {
  category: ServiceCategory;
  title: string;
  forWhom: string;
  asks: string[];
  takes: string;
  otherWays: string;
  listed: boolean;
  order: number;
  confirmedAt: number | null;
}

export const serviceItems: AggregateDefinition<ServiceItem> = {
  collection: 'serviceItems',
  schema: 1,
  nextTimer: () => null,
  onTimer: (item) => item,
};

/** What somebody has to be told before they ask for it, by the category alone. */
export function careOf(category: ServiceCategory): CategoryCare | null {
  if (category === 'home_clinic') return 'clinic';
  return category === 'child_care' ? 'child' : null;
}

/** The face of the spine that a request of this category has. */
export function kindOf(category: ServiceCategory): RequestKind {
  return category === 'wish' ? 'wish' : 'errand';
}

/** @throws STALE: somebody changed it while this form was open. */
export function changed(item: ServiceItem, version: number, input: ServiceItemInput, step: Act): ServiceItem {
  return noted({ ...asRead(item, version), ...input }, step, 'put');
}

/** 由街道核定: from now on it is the street's own item and no sample. */
export function confirmed(item: ServiceItem, step: Act): ServiceItem {
  if (!item.sample && item.confirmedAt !== null) return item;
  return noted({ ...item, sample: false, confirmedAt: step.now }, step, 'confirm');
}

export function offered(item: ServiceItem, listed: boolean, step: Act): ServiceItem {
  return item.listed === listed ? item : noted({ ...item, listed }, step, listed ? 'offer' : 'withdraw');
}

export function itemCard({ _id, category, title, forWhom, sample }: ServiceItem): ServiceItemCard {
  return { id: _id, category, title, forWhom, sample };
}

export function itemView(item: ServiceItem, keeps: boolean): ServiceItemView {
  return {
    ...itemCard(item),
    version: item.version,
    asks: item.asks,
    takes: item.takes,
    otherWays: item.otherWays,
    care: careOf(item.category),
    confirmedAt: item.confirmedAt,
    withdrawn: !item.listed,
    keeps,
  };
}
