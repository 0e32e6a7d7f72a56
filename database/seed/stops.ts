import { wakeTime } from '../../cloudfunctions/core/aggregate';
import { DEFAULT_SETTINGS } from '../../cloudfunctions/core/settings';
import { stops as onRoutes, type Stop } from '../../cloudfunctions/school/route/model';
import { ROUTES, type Route } from '../../miniprogram/contract/words';
import { base } from './base';
import facts from './facts.json' with { type: 'json' };
import { personIdOf } from './samples/people';

/** The stops of the three routes in the seed's order (S20–S23). */
export function stops(now: number): Stop[] {
  let order = 0;
  return facts.routes.flatMap((route) => {
    const code = codeOf(route.code);
    const places = (route.stops ?? []).map((name) => ({ ...place(now, code, name), order: order++ }));
    const people = (route.hosts ?? []).map((host) => ({ ...teller(now, code, host), order: order++ }));
    return [...places, ...people].map((one) => ({
      ...one,
      wakeAt: wakeTime(onRoutes.nextTimer(one, DEFAULT_SETTINGS), []),
    }));
  });
}

/** One who has said yes, so that a demonstration can be walked through; nobody is invented. */
export function sampleStops(now: number): Stop[] {
  return [
    {
      ...blank(now, 'stop-sample', 'silver_talk', '样例讲述人'),
      kind: 'person',
      order: 100,
      topic: '样例往事',
      consent: 'given',
      tellerId: personIdOf('storyteller'),
      people: [personIdOf('storyteller')],
      sample: true,
    },
  ];
}

const TECH: Route = 'tech';

function place(now: number, route: Route, name: string): Stop {
  // An enterprise's hall asks its unit first (S22).
  return { ...blank(now, idOf(name), route, name), unitConfirms: route === TECH };
}

interface Host {
  name: string;
  title: string;
  topic: string;
  where?: string;
  how?: string;
}

function teller(now: number, route: Route, { name, title, topic, where, how }: Host): Stop {
  const manner = where === undefined ? (how ?? null) : '去家里听';
  return {
    ...blank(now, idOf(name), route, name),
    kind: 'person',
    title,
    topic,
    manner,
    consent: 'waiting',
  };
}

function blank(now: number, id: string, route: Route, name: string): Stop {
  return {
    ...base(id, now),
    route,
    order: 0,
    kind: 'place',
    name,
    title: null,
    topic: null,
    manner: null,
    consent: null,
    tellerId: null,
    invitation: null,
    resting: [],
    places: [],
    unitConfirms: false,
    most: null,
    safety: null,
  };
}

const IDS: Readonly<Record<string, string>> = {
  '建国社区“红色观影”': 'stop-film',
  国防教育一条街: 'stop-defence',
  禁毒教育基地: 'stop-drugs',
  贝特瑞石墨展厅: 'stop-graphite',
  邹本祯: 'stop-zou',
  林万生: 'stop-lin',
  王建忠: 'stop-wang',
};

function idOf(name: string): string {
  const id = IDS[name];
  if (id === undefined) throw new Error(`facts.json: the stop ${name} has no id`);
  return id;
}

function codeOf(code: string): Route {
  if (!Object.hasOwn(ROUTES, code)) throw new Error(`facts.json: unknown route ${code}`);
  // It is one of the keys, as just seen.
  return code as Route;
}
