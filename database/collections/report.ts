import { type Collection, index } from '../declaration';

/** What is counted, exported and printed. */
export const report = {
  numbers: {
    indexes: [],
    rule: 'ADMINONLY',
    schema: 1,
    retentionDays: null,
    fields: { counted: 'L0' },
  },
  operations: {
    indexes: [],
    rule: 'ADMINONLY',
    schema: 1,
    retentionDays: null,
    fields: { counts: 'L1' },
  },
  ledgers: {
    indexes: [],
    rule: 'ADMINONLY',
    schema: 1,
    retentionDays: null,
    fields: { exports: 'L1' },
  },
  slips: {
    // How many were printed in a month (减负表).
    indexes: [index('age', 'createdAt')],
    rule: 'ADMINONLY',
    schema: 1,
    // For good: a code that was out once, and may have been lost, is never given to another paper.
    retentionDays: null,
    fields: { _id: 'L1', target: 'L1', revoked: 'L1' },
  },
} as const satisfies Readonly<Record<string, Collection>>;
