import { MINUTE } from '../../../cloudfunctions/core/calendar';
import type { Town } from '../../support/town';
import type { Rows } from '../row';

/** Somebody had a seat, the class is over, nobody was counted. */
async function overForOne(t: Town): Promise<string> {
  const { endsAt } = await t.as('resident').call('session.take', { id: 's-now' });
  await t.clock.set(endsAt + 20 * MINUTE);
  await t.sweep();
  const desk = await t.as('host').call('session.console', { id: 's-now' });
  return desk.roster[0]?.seat ?? '';
}

export const sessionAfter: Rows<'session.ask_correction' | 'session.backfill' | 'session.answer_correction'> =
  {
    'session.ask_correction': {
      async scene(t) {
        await overForOne(t);
        return { by: 'resident', input: { id: 's-now', words: '坐后排' } };
      },
      expect: { resident: 'ok', others: 'NOT_ON_ROSTER' },
    },
    'session.backfill': {
      async scene(t) {
        return { by: 'host', input: { id: 's-now', seat: await overForOne(t), reason: '纸上签了' } };
      },
      expect: { host: 'ok', office: 'ok', others: 'NOT_ALLOWED' },
    },
    'session.answer_correction': {
      async scene(t) {
        const seat = await overForOne(t);
        await t.as('resident').call('session.ask_correction', { id: 's-now', words: '' });
        return { by: 'host', input: { id: 's-now', seat, granted: true, words: '' } };
      },
      expect: { host: 'ok', office: 'ok', others: 'NOT_ALLOWED' },
    },
  };
