/** Limits that both sides check: the composer counts down, the server refuses. Lengths in characters. */
export const LIMITS = {
  /** One spoken or typed sentence of a resident; `msgSecCheck` takes 2,500. */
  sentence: 500,
  note: 300,
  /** The text of one of the school's rules. */
  policy: 6000,
  title: 30,
  publicText: 120,
  name: 20,
  place: 60,
  reason: 120,
  words: 200,
  /** Seconds of a recording (WeChat's recorder allows 600, recognition 60). */
  audioSeconds: 60,
  /** Things to bring, agenda items. */
  listItems: 6,
  /** 议题 of a round table (S52). */
  topics: 3,
  capacity: 300,
  /** Fixed classes of one year's plan: ten a month. */
  planClasses: 120,
  /** People of a 支部. */
  branch: 100,
  /** Doors written down on one trip. */
  tripDoors: 80,
  /** Seats that one contact takes in one class for their 支部. */
  groupSeats: 10,
  /** Items of the catalogue that one list carries (S72: more than fifty). */
  catalogue: 200,
  /** Lines of a shopping list. */
  shopping: 12,
  /** People of a group that walks a route. */
  group: 60,
  page: 20,
  /** Matters of one kind that the desk sees at once, the most urgent first. */
  desk: 50,
  /** Places of one activity. */
  places: 100,
  rid: { least: 8, most: 64 },
} as const;
