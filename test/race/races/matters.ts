import { DAY } from '../../../cloudfunctions/core/calendar';
import type { ServiceRequest } from '../../../cloudfunctions/service/request/model';
import * as scenes from '../../proof/rows/scenes';
import { troubleOfRequest } from '../../support/invariants';
import type { Town } from '../../support/town';
import { type Contest, type Outcome, onlyOne, type Race, type Rival, rival } from './race';

// What the function wrote.
const sound = ({ stored }: Outcome) => troubleOfRequest(stored as ServiceRequest);

function race(id: string, rivals: readonly Rival[], only?: string): Race {
  return {
    prize: `requests/${id}`,
    rivals,
    trouble: (outcome) => sound(outcome) || (only === undefined ? '' : onlyOne(outcome, only)),
  };
}

export const claiming: Contest = async (t) => {
  const id = await scenes.hung(t);
  const promisedFor = t.clock.now() + DAY;
  return race(
    id,
    ['member', 'member-b', 'grid'].map((by) => rival(by, 'request.claim', { id, promisedFor })),
    'the wish is theirs',
  );
};

/** One place beside who claimed it, and two who would come along. */
export const goingAlong: Contest = async (t) => {
  const id = await scenes.together(t);
  return race(
    id,
    ['member-b', 'grid'].map((by) => rival(by, 'request.team_up', { id })),
    'they come along',
  );
};

/** Given back on one telephone while the other says that the elder has been called. */
export const givingBack: Contest = async (t) => {
  const id = await scenes.claimed(t);
  return race(id, [
    rival('member', 'request.release', { id, reason: '临时有事' }),
    rival('member', 'request.contact', { id, note: '' }),
    rival('elder', 'request.withdraw', { id }),
  ]);
};

export const accepting: Contest = async (t) => {
  const id = await scenes.dispatched(t);
  return race(id, [
    rival('grid', 'request.accept', { id }),
    rival('grid', 'request.bounce', { id, reason: 'not_my_grid', note: '是南片的' }),
    rival('resident', 'request.withdraw', { id }),
  ]);
};

/** Solved, says the elder, and on the other telephone: not solved. */
export const judging: Contest = async (t) => {
  const id = await scenes.delivered(t);
  return race(id, [
    rival('elder', 'request.confirm', { id, level: 5, words: '好' }),
    rival('elder', 'request.confirm', { id, level: 1, words: '' }),
    rival('elder', 'request.reopen', { id, words: '没剪齐', changePerson: true }),
  ]);
};

/** Two at the desk, two helpers. */
export const dispatching: Contest = async (t) => {
  const id = await scenes.reported(t);
  const to = (helperId: string) => rival('dispatcher', 'request.dispatch', { ...orders(id), helperId });
  return race(id, [to('sample_grid'), to('sample_member')], 'theirs is the one who goes');
};

/** One at the desk hangs it on the wall, the other says that it cannot be done. */
export const publishing: Contest = async (t: Town) => {
  const id = await scenes.wished(t);
  const said = { id, reason: '社区办不了', whereTo: '街道窗口' };
  return race(
    id,
    [
      rival('dispatcher', 'request.publish', { id, ...scenes.publication }),
      rival('dispatcher', 'request.decline', said),
    ],
    'it is as they said',
  );
};

/** Two at the desk have listened to the same recording: what the first of them says holds. */
export const vouching: Contest = async (t) => {
  const id = await scenes.unanswered(t);
  const says = (fit: boolean) => rival('dispatcher', 'request.vouch', { id, file: 'audio', fit });
  return race(id, [says(true), says(false)], 'it is as they said');
};

const orders = (id: string) => ({ ...scenes.orders, id });
