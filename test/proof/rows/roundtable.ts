import { DAY } from '../../../cloudfunctions/core/calendar';
import type { Town } from '../../support/town';
import type { Rows } from '../row';

/** The table has begun; `resident` sits at it. */
async function begun(t: Town): Promise<string> {
  const { startsAt } = await t.as('resident').call('session.take', { id: 's-table' });
  await t.pass(startsAt - t.clock.now() + 60_000);
  return 's-table';
}

const recorded = async (t: Town) => {
  const sessionId = await begun(t);
  const { owners } = await t.as('host').call('roundtable.get', { id: sessionId });
  const owner = owners[0]?.seat ?? '';
  const due = t.clock.now() + 7 * DAY;
  const input = { sessionId, text: '楼道的旧家具清走', owner, due, kind: 'grid', topic: null } as const;
  return input;
};
const asked = async (t: Town): Promise<string> => {
  const { decisions } = await t.as('host').call('decision.record', await recorded(t));
  return decisions[0]?.id ?? '';
};

/** 37℃圆桌: the host writes down, the owner says yes and explains. */
export const roundtableRows: Rows<
  'roundtable.get' | 'decision.record' | 'decision.answer' | 'decision.explain' | 'decision.withdraw'
> = {
  'roundtable.get': {
    scene: async () => ({ by: 'stranger', input: { id: 's-table' } }),
    expect: { others: 'ok' },
  },
  'decision.record': {
    scene: async (t) => ({ by: 'host', input: await recorded(t) }),
    expect: { host: 'ok', office: 'ok', others: 'NOT_ALLOWED' },
  },
  'decision.answer': {
    scene: async (t) => ({ by: 'resident', input: { id: await asked(t), yes: true } }),
    expect: { resident: 'ok', host: 'NOT_ALLOWED', others: 'NOT_FOUND' },
  },
  'decision.explain': {
    async scene(t) {
      const id = await asked(t);
      await t.as('resident').call('decision.answer', { id, yes: true });
      return { by: 'resident', input: { id, words: '等车来拉' } };
    },
    expect: { resident: 'ok', host: 'NOT_ALLOWED', others: 'NOT_FOUND' },
  },
  'decision.withdraw': {
    scene: async (t) => ({ by: 'host', input: { id: await asked(t) } }),
    expect: { host: 'ok', resident: 'NOT_ALLOWED', others: 'NOT_FOUND' },
  },
};
