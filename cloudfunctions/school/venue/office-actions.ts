import { LIMITS } from '@contract/limits';
import { FACILITY_STANDARD } from '@contract/words';
import * as v from 'valibot';
import { asRead, noted } from '../../core/act';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { id, lines, oneOf, someText, version } from '../../core/schemas';
import { screened } from '../../core/screening';
import { type Venue, venues } from './model';
import { venueOf } from './read';

/** What the office keeps of a teaching point: the self-check, room, way in. */

async function change(
  context: ActionContext,
  venueId: string,
  command: string,
  edit: (venue: Venue) => Venue,
) {
  const { now, rid, caller } = context;
  const step = { rid, now, by: personId(caller) };
  const { doc } = await context
    .repository(venues)
    .change(venueId, rid, (venue) => noted(edit(venue), step, command));
  return venueOf(context, doc);
}

export const venueOfficeActions = [
  action({
    name: 'venue.check',
    kind: 'write',
    input: v.strictObject({ id, point: oneOf(FACILITY_STANDARD), is: v.nullable(v.boolean()) }),
    allow: 'school.manage',
    run: (context, { id: venueId, point, is }) =>
      change(context, venueId, 'check', (venue) => ({
        ...venue,
        facility: { ...venue.facility, [point]: is },
      })),
  }),
  action({
    name: 'venue.describe',
    kind: 'write',
    input: v.strictObject({
      id,
      version,
      place: v.nullable(someText(LIMITS.place)),
      access: lines,
      capacity: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(LIMITS.capacity))),
      funding: v.nullable(someText(LIMITS.place)),
    }),
    allow: 'school.manage',
    async run(context, { id: venueId, version: read, ...described }) {
      const { place, access, funding } = described;
      await screened(context, [place ?? '', ...access, funding ?? ''].join(' ').trim(), 'place');
      return change(context, venueId, 'describe', (venue) => ({ ...asRead(venue, read), ...described }));
    },
  }),
];
