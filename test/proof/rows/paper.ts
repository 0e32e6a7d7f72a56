import { DAY } from '../../../cloudfunctions/core/calendar';
import { paired } from '../../functions/pairs';
import type { Town } from '../../support/town';
import type { Rows } from '../row';

/** A visit that took place, and the code of the slip that was taken along. */
export async function lessonSlip(t: Town, between?: string): Promise<{ id: string; code: string }> {
  const pairId = between ?? (await paired(t));
  const { id } = await t.as('member').call('home_lesson.book', { pairId, at: t.clock.now() + DAY });
  const { code } = await t.as('member').call('paper.print', { kind: 'home_lesson', id, month: null });
  await t.clock.advance(2 * DAY);
  return { id, code: code?.text ?? '' };
}

const roster = { kind: 'roster', id: 's-table' } as const;

/** 纸: printed by who works there, and what comes back is found again by its code. */
export const paperRows: Rows<
  'paper.print' | 'paper.read' | 'paper.slips' | 'paper.lesson_slips' | 'paper.revoke' | 'paper.enter_lesson'
> = {
  'paper.print': {
    scene: async () => ({ by: 'host', input: { ...roster, month: null } }),
    expect: { host: 'ok', office: 'ok', others: 'NOT_ALLOWED' },
  },
  'paper.read': {
    async scene(t) {
      const { code } = await t.as('host').call('paper.print', { ...roster, month: null });
      return { by: 'host', input: { code: code?.text ?? '' } };
    },
    expect: { others: 'ok' },
  },
  'paper.slips': {
    scene: async () => ({ by: 'host', input: roster }),
    expect: { host: 'ok', office: 'ok', others: 'NOT_ALLOWED' },
  },
  'paper.lesson_slips': {
    async scene(t) {
      await lessonSlip(t);
      return { by: 'dispatcher', input: {} };
    },
    expect: { dispatcher: 'ok', office: 'ok', others: 'NOT_ALLOWED' },
  },
  'paper.revoke': {
    async scene(t) {
      await t.as('host').call('paper.print', { ...roster, month: null });
      return { by: 'host', input: { ...roster, edition: 1 } };
    },
    expect: { host: 'ok', office: 'ok', others: 'NOT_ALLOWED' },
  },
  'paper.enter_lesson': {
    async scene(t) {
      const { code } = await lessonSlip(t);
      const columns = { learned: '念了一段报', done: '', missing: '老花镜腿断了' };
      return { by: 'dispatcher', input: { code, columns, request: 'errand', at: null, signed: false } };
    },
    expect: { dispatcher: 'ok', office: 'ok', others: 'NOT_ALLOWED' },
  },
};
