import type { HoursLine } from '@contract/activity';
import * as v from 'valibot';
import { action } from '../../core/action';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { persons } from '../../people/person/model';
import { HEAVY } from './actions';
import { activities } from './definition';
import { asCsv } from './export';
import { volunteerOf } from './places';
import { hoursLine, numberOf } from './view';

/** One's own hours. There is no list of others, no sum and no order among people (workflows 2.7). */

const MOST = 200;

export const hoursActions = [
  action({
    name: 'hours.mine',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const { id: me } = context.caller;
      if (me === null) return { items: [], csv: asCsv([]) };
      const found = await context.repository(activities).list({
        where: { people: me },
        order: [['startsAt', 'desc']],
        limit: MOST,
        without: HEAVY,
      });
      const items = found.flatMap((activity): HoursLine[] => {
        const line = hoursLine(activity, me);
        return line === null ? [] : [line];
      });
      return { items, csv: asCsv(items) };
    },
  }),
  action({
    name: 'hours.certificate',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'anyone',
    async run(context, input) {
      const activity = await context.repository(activities).load(input.id);
      const one = volunteerOf(activity, context.caller.id);
      const hours = one?.hours ?? null;
      if (one === null || hours === null || hours.certifiedAt === null) return refuse('NOT_FOUND');
      const person = await context.repository(persons).load(one.personId);
      return {
        no: numberOf(activity, one),
        name: person.name,
        title: activity.title,
        kind: activity.kind,
        team: activity.team,
        startsAt: activity.startsAt,
        endsAt: activity.endsAt,
        minutes: hours.minutes,
        certifiedAt: hours.certifiedAt,
        issuer: null,
        sample: activity.sample,
      };
    },
  }),
];
