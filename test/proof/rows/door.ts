import type { Town } from '../../support/town';
import type { Rows } from '../row';
import { atTheDoor } from './scenes';

/** resident sits in the class and was asked to help; the seat is member's. */
async function helped(t: Town): Promise<{ id: string; seat: string }> {
  const id = await atTheDoor(t);
  const [own] = (await t.as('host').call('session.console', { id })).roster;
  await t.as('host').call('session.steward', { id, seat: own?.seat ?? '', on: true });
  await t.as('member').call('session.take', { id });
  const { roster } = await t.as('host').call('session.console', { id });
  return { id, seat: roster.find((line) => line.seat !== own?.seat)?.seat ?? '' };
}

const KEEPERS = { resident: 'ok', host: 'ok', office: 'ok', others: 'NOT_ALLOWED' } as const;

export const door: Rows<'session.steward' | 'session.door' | 'session.door_mark'> = {
  'session.steward': {
    async scene(t) {
      const id = await atTheDoor(t);
      const [own] = (await t.as('host').call('session.console', { id })).roster;
      return { by: 'host', input: { id, seat: own?.seat ?? '', on: true } };
    },
    expect: { host: 'ok', office: 'ok', others: 'NOT_ALLOWED' },
  },
  'session.door': {
    scene: async (t) => ({ by: 'resident', input: { id: (await helped(t)).id, said: '样' } }),
    expect: KEEPERS,
  },
  'session.door_mark': {
    scene: async (t) => ({ by: 'resident', input: await helped(t) }),
    expect: KEEPERS,
  },
};
