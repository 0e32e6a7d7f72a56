import type { Route } from '@contract/words';

/** What the seed says of each route beside its stops (S20–S23). */
export const ROUTE_FACTS: Readonly<
  Record<Route, { alias: string | null; aim: string | null; openEnded: boolean }>
> = {
  red_classic: { alias: null, aim: '赓续红色血脉，坚定制度自信与文化自信', openEnded: true },
  tech: { alias: null, aim: null, openEnded: false },
  silver_talk: { alias: '银龄党课', aim: null, openEnded: false },
};
