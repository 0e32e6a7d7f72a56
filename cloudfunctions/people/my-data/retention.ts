/**
 * Collections that are kept for a number of days and no longer (rules.md 4.2); the same figures
 * stand in database/collections/, and a test holds the two together.
 */
export const RETENTION: Readonly<Record<string, number>> = {
  inbox: 180,
  bookings: 400,
  surveys: 800,
  trips: 180,
  notices: 365,
  complaints: 365,
  dangers: 180,
};
