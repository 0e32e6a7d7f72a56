import { type Caller, createCaller } from './attempt';
import { send, sendToFunction } from './cloud';
import { isOnline } from './network';
import { ridFrom } from './rid';
import { together } from './together';

export { Refused, saysOf, Unreachable } from './failures';

const caller: Caller = createCaller({
  send: together({
    one: sendToFunction,
    several: send,
    soon(run) {
      setTimeout(run, 0);
    },
  }),
  online: isOnline,
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: () => Date.now(),
  random: () => Math.random(),
});

/**
 * `call('session.get', { id })`, `call('session.take', { id }, { rid })`: typed by the contract.
 * A write must be given the rid of the person's intention; BUSY, the platform's EXCEED_* and lost
 * answers are then tried again with the same rid, three times in all. A read that was sent away for
 * load is asked once more. Use the outbox for what must survive a lost network.
 * @throws Refused with the sentence to show, Unreachable when no answer came.
 */
export const call: Caller['call'] = caller.call;

/** The server's clock, epoch ms: for countdowns and for 今天 / 明天. */
export const serverNow: Caller['serverNow'] = caller.serverNow;

/** A new request id: one for each intention of a person (a press of the button), kept for every retry of it. */
export function newRid(): string {
  return ridFrom(Date.now(), () => Math.random());
}
