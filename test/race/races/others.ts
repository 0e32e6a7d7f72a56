import { DAY } from '../../../cloudfunctions/core/calendar';
import { pairingId } from '../../../cloudfunctions/people/family/model';
import type { Pair } from '../../../cloudfunctions/school/pair/model';
import type { Stop } from '../../../cloudfunctions/school/route/model';
import type { Activity } from '../../../cloudfunctions/service/activity/model';
import type { Nomination } from '../../../cloudfunctions/service/award/model';
import { personIdOf } from '../../../database/seed/samples/people';
import { paired } from '../../functions/pairs';
import { awardRows } from '../../proof/rows/award';
import { type Contest, entriesOf, type Outcome, onlyOne, rival } from './race';

/** The digits that an elder reads out serve one relative. */
export const bindingFamily: Contest = async (t) => {
  const agreed = { progress: true, speak: true, confirm: true };
  const { code } = await t.as('elder').call('family.offer', { agreed });
  return {
    prize: `pairings/${pairingId(personIdOf('elder'))}`,
    rivals: ['daughter', 'resident', 'member'].map((by) => rival(by, 'family.bind', { code })),
    trouble(outcome) {
      const bonds = t.store.find('bonds', { people: personIdOf('elder') }).documents.length;
      return bonds === 1 ? onlyOne(outcome, 'they are family') : `${bonds} are bound by the same digits`;
    },
  };
};

/** Two phones type the digits that were read out for one record. */
export const becomingOne: Contest = async (t) => {
  const home = { name: '样例大娘', communityId: 'jianguo', phone: '', building: '样例楼 5 栋', door: '' };
  const { personId } = await t.as('grid').call('household.register', home);
  const { code } = await t.as('grid').call('joining.offer', { personId, how: 'door' });
  return {
    prize: `persons/${personId}`,
    rivals: ['resident', 'daughter'].map((by) => rival(by, 'joining.confirm', { code })),
    trouble: (outcome) =>
      entriesOf(outcome, 'join') === 1
        ? onlyOne(outcome, 'the record is theirs')
        : `${entriesOf(outcome, 'join')} phones lead to one record`,
  };
};

function troubleOfPlaces({ stored }: Outcome): string {
  // What the function wrote.
  const { open, places, volunteers } = stored as Activity;
  if (open < 0 || open + volunteers.length !== places)
    return `${open} free and ${volunteers.length} taken are not ${places} places`;
  return new Set(volunteers.map(({ personId }) => personId)).size === volunteers.length
    ? ''
    : 'somebody has two places';
}

/** Two places, one of them taken. */
export const lastPlace: Contest = async (t) => {
  const id = 'a-pair';
  await t.as('teacher').call('activity.join', { id });
  return {
    prize: `activities/${id}`,
    rivals: ['resident', 'member', 'grid'].map((by) => rival(by, 'activity.join', { id })),
    trouble: (outcome) => troubleOfPlaces(outcome) || onlyOne(outcome, 'the last place is theirs'),
  };
};

/** Two give their places back at once. */
export const leavingTogether: Contest = async (t) => {
  const id = 'a-pair';
  for (const by of ['teacher', 'resident']) await t.as(by).call('activity.join', { id });
  return {
    prize: `activities/${id}`,
    rivals: ['teacher', 'resident'].map((by) => rival(by, 'activity.leave', { id })),
    trouble(outcome) {
      const { volunteers } = outcome.stored as Activity;
      return troubleOfPlaces(outcome) || (volunteers.length === 0 ? '' : 'who left is still expected');
    },
  };
};

/** One storyteller, one day, two groups. */
export const sameDay: Contest = async (t) => {
  const wish = {
    stopId: 'stop-sample',
    day: t.clock.now() + 3 * DAY,
    half: 'morning' as const,
    size: 4,
    group: '样例支部',
    communityId: 'jianguo',
  };
  return {
    prize: 'stops/stop-sample',
    rivals: ['resident', 'member'].map((by) => rival(by, 'walk.book', wish)),
    trouble(outcome) {
      const { places } = outcome.stored as Stop;
      const days = new Set(places.map(({ day }) => day)).size;
      if (days !== places.length) return `${places.length} groups come on ${days} day`;
      return onlyOne(outcome, 'the day is theirs');
    },
  };
};

/** Both end it in the same moment. */
export const endingAPair: Contest = async (t) => {
  const id = await paired(t);
  return {
    prize: `pairs/${id}`,
    rivals: ['elder', 'member'].map((by) => rival(by, 'pair.answer', { id, command: 'end' })),
    trouble(outcome) {
      const { state } = outcome.stored as Pair;
      return entriesOf(outcome, 'end') === 1
        ? ''
        : `it is ${state}, ended ${entriesOf(outcome, 'end')} times`;
    },
  };
};

/** The two voices that carry it are given in the same moment. */
export const carryingAVote: Contest = async (t) => {
  const { input } = await awardRows['award.agree'].scene(t);
  return {
    prize: `nominations/${input.id}`,
    rivals: ['committee', 'committee-b'].map((by) => rival(by, 'award.agree', input)),
    trouble(outcome) {
      const { state, voices } = outcome.stored as Nomination;
      return state === 'publicity' && voices.length === 2
        ? ''
        : `${voices.length} have agreed, and it is ${state}`;
    },
  };
};
