import type { ReadAloud } from '@contract/aloud';
import * as v from 'valibot';
import { action } from '../../core/action';
import type { ActionContext } from '../../core/context';
import { limit } from '../../core/limiter';
import { describe, log } from '../../core/log';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { LONGEST_SAID } from '../../core/voice';
import { ownPerson } from '../../people/person/read';
import { allCourses, comingSessions } from '../../school/course/actions';
import { nearFirst } from '../../school/course/menu';
import { sessions } from '../../school/session/definition';
import { readerOf, visible } from '../../school/session/read';
import { sessionCard } from '../../school/session/view';
import { requestCard } from '../../service/request/cards';
import { requests } from '../../service/request/definition';
import type { ServiceRequest } from '../../service/request/model';
import { viewOf } from '../../service/request/read';
import { mine, NEWEST } from '../../service/request/read-actions';
import { comingTo } from '../../service/trip/read';
import { nextMatter } from '../next-matter';
import { ownSeats } from '../seats-read';
import {
  CONFIRM_ALOUD,
  cardAloud,
  comingAloud,
  DANGER_ALOUD,
  homeAloud,
  menuAloud,
  requestAloud,
  sessionAloud,
  visitAloud,
} from './words';

/** @throws VOICE_OFF, VOICE_DOWN, TOO_MANY */
async function aloud(context: ActionContext, words: string): Promise<ReadAloud> {
  const { voice, caller, now } = context;
  if (!voice.on) refuse('VOICE_OFF');
  limit(context, caller.openid, 'aloud');
  try {
    const short = [...words].slice(0, LONGEST_SAID).join('');
    return { words: short, audio: await voice.say(short, context.freshId(), now) };
  } catch (error) {
    log('voice down', { run: context.invocation, ...describe(error) });
    return refuse('VOICE_DOWN');
  }
}

const One = v.strictObject({ id });
const None = v.strictObject({});

export const aloudActions = [
  action({
    name: 'aloud.home',
    kind: 'read',
    input: None,
    allow: 'anyone',
    async run(context) {
      const { caller, now } = context;
      const [person, seats, owed, open, visits] = await Promise.all([
        ownPerson(context),
        ownSeats(context),
        mine(context, 'owed'),
        mine(context, 'open', NEWEST),
        comingTo(context),
      ]);
      const reader = { personId: caller.id, elder: person?.elder ?? false, host: false };
      const said = (request: ServiceRequest) => cardAloud(requestCard(request), request.state);
      const matter = nextMatter(
        {
          owed: owed.map(said),
          open: open.map(said),
          classes: seats.map((session) => sessionCard(session, reader)),
          visits: visits.map(visitAloud),
        },
        now,
      );
      return aloud(context, homeAloud(matter));
    },
  }),
  action({
    name: 'aloud.request',
    kind: 'read',
    input: One,
    allow: 'anyone',
    async run(context, input) {
      const request = await context.repository(requests).load(input.id);
      return aloud(context, requestAloud(await viewOf(context, request)));
    },
  }),
  action({
    name: 'aloud.session',
    kind: 'read',
    input: One,
    allow: 'anyone',
    async run(context, input) {
      const session = visible(await context.repository(sessions).load(input.id));
      const reader = await readerOf(context);
      return aloud(context, sessionAloud(sessionCard(session, reader(session)), context.now));
    },
  }),
  action({
    name: 'aloud.coming',
    kind: 'read',
    input: None,
    allow: 'anyone',
    async run(context) {
      const visits = await comingTo(context);
      return aloud(context, comingAloud(visits.map(visitAloud), context.now));
    },
  }),
  action({
    name: 'aloud.menu',
    kind: 'read',
    input: v.strictObject({ communityId: v.nullable(id) }),
    allow: 'anyone',
    async run(context, { communityId }) {
      const [all, coming] = await Promise.all([allCourses(context), comingSessions(context)]);
      return aloud(context, menuAloud(nearFirst(all, coming, communityId).map(({ title }) => title)));
    },
  }),
  action({
    name: 'aloud.confirm',
    kind: 'read',
    input: None,
    allow: 'anyone',
    run: (context) => aloud(context, CONFIRM_ALOUD),
  }),
  action({
    name: 'aloud.danger',
    kind: 'read',
    input: None,
    allow: 'anyone',
    run: (context) => aloud(context, DANGER_ALOUD),
  }),
];
