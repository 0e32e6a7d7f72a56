import type { Slot } from '@contract/faculty';
import { LIMITS } from '@contract/limits';
import { COURSE_TOPICS, DAY_PARTS, STATION_KINDS } from '@contract/words';
import * as v from 'valibot';
import type { Act } from '../../core/act';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { derivedId } from '../../core/ids';
import { id, oneOf, someText, text } from '../../core/schemas';
import { screened } from '../../core/screening';
import { corrected, groupsOf, reported, withOpen } from './decide';
import { stations } from './model';
import { allStations, stationView } from './read';

const parts = Object.keys(DAY_PARTS);
const slot = v.custom<Slot>((value) => {
  if (typeof value !== 'string') return false;
  const [weekday = '', part = '', ...rest] = value.split('-');
  return rest.length === 0 && /^[1-7]$/.test(weekday) && parts.includes(part);
});

const Report = v.strictObject({
  name: someText(LIMITS.name),
  kind: oneOf(STATION_KINDS),
  place: text(LIMITS.place),
  communityId: id,
  slots: v.pipe(v.array(slot), v.minLength(1), v.maxLength(21)),
  topics: v.pipe(v.array(oneOf(COURSE_TOPICS)), v.minLength(1), v.maxLength(9)),
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(LIMITS.group)),
});

const stepOf = ({ now, rid, caller }: ActionContext): Act => ({ now, rid, by: personId(caller) });

export const stationActions = [
  action({
    name: 'station.mine',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      if (context.caller.id === null) return { items: [] };
      const own = await context.repository(stations).list({
        where: { people: context.caller.id },
        order: [['updatedAt', 'desc']],
        limit: LIMITS.page,
        without: ['timeline', 'effects'],
      });
      return { items: await Promise.all(own.map((station) => stationView(context, station))) };
    },
  }),
  action({
    name: 'station.report',
    kind: 'write',
    input: v.strictObject({ id: v.nullable(id), report: Report }),
    allow: 'person',
    async run(context, { id: known, report }) {
      const repository = context.repository(stations);
      const step = stepOf(context);
      // Name and place stand on the page of the class that comes there.
      await screened(context, `${report.name}\n${report.place}`, 'report.name');
      const { doc } =
        known === null
          ? await repository.create(reported(derivedId('station', step.by, step.rid), report, step))
          : await repository.change(known, step.rid, (station) => corrected(station, report, step));
      return stationView(context, doc);
    },
  }),
  action({
    name: 'station.open',
    kind: 'write',
    input: v.strictObject({ id, open: v.boolean() }),
    allow: 'person',
    async run(context, input) {
      const step = stepOf(context);
      const { doc } = await context
        .repository(stations)
        .change(input.id, step.rid, (station) => withOpen(station, input.open, step));
      return stationView(context, doc);
    },
  }),
  action({
    name: 'station.pool',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'school.manage',
    run: async (context) => ({ groups: groupsOf(await allStations(context)) }),
  }),
];
