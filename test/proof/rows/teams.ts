import type { ActivityActions } from '@contract/activity';
import { DAY, HOUR } from '../../../cloudfunctions/core/calendar';
import type { Town } from '../../support/town';
import type { Rows } from '../row';

/** A team's activity: the sample of 金剪刀, which `lead` leads. */
const hair = { id: 'a-hair' };

/** `who` has a place in it. */
async function joined(t: Town, who = 'resident'): Promise<void> {
  await t.as(who).call('activity.join', hair);
}

/** It is over and the resident's hours are drafted. */
async function over(t: Town): Promise<string> {
  await joined(t);
  await t.pass(3 * DAY);
  await t.sweep();
  return (await t.as('lead').call('activity.desk', hair)).roster[0]?.seat ?? '';
}

async function confirmed(t: Town): Promise<string> {
  const seat = await over(t);
  await t.as('resident').call('activity.confirm_hours', hair);
  return seat;
}

const leadAndOffice = { lead: 'ok', office: 'ok', others: 'NOT_ALLOWED' } as const;
const own = { resident: 'ok', others: 'NOT_ALLOWED' } as const;

export const teamRows: Rows<keyof ActivityActions> = {
  'team.list': { scene: async () => ({ by: 'stranger', input: {} }), expect: { others: 'ok' } },
  'activity.list': {
    scene: async () => ({ by: 'stranger', input: { teamId: 'scissors', after: null } }),
    expect: { others: 'ok' },
  },
  'activity.get': { scene: async () => ({ by: 'stranger', input: hair }), expect: { others: 'ok' } },
  'activity.join': { scene: async () => ({ by: 'resident', input: hair }), expect: { others: 'ok' } },
  'activity.leave': {
    async scene(t) {
      await joined(t);
      return { by: 'resident', input: hair };
    },
    expect: { others: 'ok' },
  },
  'activity.confirm_hours': {
    async scene(t) {
      await over(t);
      return { by: 'resident', input: hair };
    },
    expect: own,
  },
  'activity.correct_hours': {
    async scene(t) {
      await over(t);
      return { by: 'resident', input: { ...hair, minutes: 60, words: '早走了一小时' } };
    },
    expect: own,
  },
  'activity.not_there': {
    async scene(t) {
      await over(t);
      return { by: 'resident', input: hair };
    },
    expect: own,
  },
  'hours.mine': { scene: async () => ({ by: 'resident', input: {} }), expect: { others: 'ok' } },
  'hours.certificate': {
    async scene(t) {
      const seat = await confirmed(t);
      await t.as('lead').call('activity.certify', { ...hair, seat });
      return { by: 'resident', input: hair };
    },
    expect: { resident: 'ok', others: 'NOT_FOUND' },
  },
  'activity.leading': { scene: async () => ({ by: 'lead', input: {} }), expect: leadAndOffice },
  'activity.plan': {
    scene: async (t) => ({
      by: 'lead',
      input: {
        teamId: 'scissors',
        kind: 'comfort',
        project: null,
        title: '样例活动',
        text: '坐坐，说说话',
        place: '样例地点',
        bring: [],
        startsAt: t.clock.now() + DAY,
        endsAt: t.clock.now() + DAY + HOUR,
        places: 4,
      },
    }),
    expect: leadAndOffice,
  },
  'activity.desk': { scene: async () => ({ by: 'lead', input: hair }), expect: leadAndOffice },
  'activity.cancel': {
    scene: async () => ({ by: 'lead', input: { ...hair, reason: '下大雪' } }),
    expect: leadAndOffice,
  },
  'activity.certify': {
    async scene(t) {
      return { by: 'lead', input: { ...hair, seat: await confirmed(t) } };
    },
    expect: leadAndOffice,
  },
  'activity.settle': {
    async scene(t) {
      const seat = await over(t);
      await t.as('resident').call('activity.correct_hours', { ...hair, minutes: 60, words: '早走了' });
      return { by: 'lead', input: { ...hair, seat, minutes: 60 } };
    },
    expect: leadAndOffice,
  },
};
