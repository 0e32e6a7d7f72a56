import type { Nothing, Read, Write } from './kinds';
import type { Brand, Campaign, CategoryCare, ServiceCategory } from './words';

/** 服务目录 (S70–S72): what can be asked for, by category. Samples until the street has confirmed them. */
export interface ServiceItemCard {
  id: string;
  category: ServiceCategory;
  title: string;
  /** For whom, by their own word: never a proof (S71). */
  forWhom: string;
  sample: boolean;
}

export interface ServiceItemView extends ServiceItemCard {
  version: number;
  /** What will be asked, once. */
  asks: string[];
  /** How long it takes, in words. */
  takes: string;
  /** How it is done without this telephone: by phone or at the counter. */
  otherWays: string;
  care: CategoryCare | null;
  /** The street has gone over it, epoch ms. */
  confirmedAt: number | null;
  /** Not offered any more. */
  withdrawn: boolean;
  /** This reader may confirm, change and withdraw it. */
  keeps: boolean;
}

export interface ServiceItemInput {
  category: ServiceCategory;
  title: string;
  forWhom: string;
  asks: string[];
  takes: string;
  otherWays: string;
}

/** 红芝麻, 惠民双购, 跑腿代办 as brands, and the campaign's matters that residents said are solved. */
export interface BrandView {
  brand: Brand;
  campaigns: {
    campaign: Campaign;
    /** Solved by the resident's own word; `null`: fewer than five, not shown (kAnonymity). */
    solved: number | null;
  }[];
}

export type CatalogueActions = {
  /** Everything on offer; those who keep the catalogue also get what was withdrawn. */
  'catalogue.list': Read<Nothing, { items: ServiceItemCard[]; withdrawn: ServiceItemCard[]; keeps: boolean }>;
  'catalogue.get': Read<{ id: string }, ServiceItemView>;
  /** A new one (`id: null`), or a changed one: STALE when somebody changed it meanwhile. */
  'catalogue.put': Write<{ id: string | null; version: number } & ServiceItemInput, ServiceItemView>;
  /** The street has gone over it: the sample mark comes off. */
  'catalogue.confirm': Write<{ id: string }, ServiceItemView>;
  /** Offered ↔ withdrawn: states the wish, so that a replay changes nothing. */
  'catalogue.offer': Write<{ id: string; offered: boolean }, ServiceItemView>;
  'brand.get': Read<{ brand: Brand }, BrandView>;
};
