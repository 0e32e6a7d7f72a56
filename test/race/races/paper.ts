import { lessonSlip } from '../../proof/rows/paper';
import { type Contest, entriesOf, onlyOne, rival } from './race';

/** Two desks have the same slip in hand: the visit is written down once, and one need goes on. */
export const enteringASlip: Contest = async (t) => {
  const { id, code } = await lessonSlip(t);
  const columns = { learned: '念了一段报', done: '', missing: '' };
  return {
    prize: `homeLessons/${id}`,
    rivals: ['dispatcher', 'office'].map((by) =>
      rival(by, 'paper.enter_lesson', { code, columns, request: null, at: null, signed: by === 'office' }),
    ),
    trouble(outcome) {
      const entered = entriesOf(outcome, 'enter') + entriesOf(outcome, 'enter_signed');
      return entered === 1 ? onlyOne(outcome, 'they entered it') : `it was entered ${entered} times`;
    },
  };
};

/** Two miss the same paper: it is revoked once, and the other hears that it was. */
export const revokingASlip: Contest = async (t) => {
  const roster = { kind: 'roster', id: 's-table' } as const;
  const { code } = await t.as('host').call('paper.print', { ...roster, month: null });
  return {
    prize: `slips/${(code?.text ?? '').slice(2).replaceAll(' ', '')}`,
    rivals: ['host', 'office'].map((by) => rival(by, 'paper.revoke', { ...roster, edition: 1 })),
    trouble: (outcome) => onlyOne(outcome, 'they revoked it'),
  };
};
