/**
 * Of every collection that holds personal data (L2, L3 in `database/collections/`): whether erasing
 * reaches it, or why it need not. `test/domain/people/privacy.test.ts` fails for one that is missing.
 */
export const REACH: Readonly<Record<string, 'erased' | { because: string }>> = {
  accounts: 'erased',
  persons: 'erased',
  inbox: 'erased',
  sessions: 'erased',
  surveys: 'erased',
  pairEntries: 'erased',
  pairs: 'erased',
  homeLessons: 'erased',
  requests: 'erased',
  trips: 'erased',
  stops: 'erased',
  walks: 'erased',
  activities: 'erased',
  nominations: 'erased',
  pairings: 'erased',
  bonds: 'erased',
  teachers: 'erased',
  registrations: 'erased',
  cards: 'erased',
  grants: 'erased',
  complaints: 'erased',
  decisions: 'erased',
  thanks: { because: 'a sentence that was given to somebody else and never carried a name' },
  dangers: {
    because: 'a call for help: 180 days, then the timer removes it; the name is masked from the start',
  },
};
