/**
 * When the towns of the tests begin: a Wednesday, ten in the morning in Shanghai. `TEST_AT` is another moment:
 * `TEST_AT=2026-11-29T23:40+08:00 npm test`.
 */
export const MORNING = Date.parse(process.env['TEST_AT'] ?? '2026-11-25T10:00+08:00');
