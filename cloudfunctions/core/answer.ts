import { type CallReply, MOST_READS, type ReadsReply } from '@contract/envelope';
import * as v from 'valibot';
import type { ActionTable } from './action';
import type { Caller } from './caller';
import type { RunContext } from './context';
import { type Callers, dispatch } from './dispatch';

// What the platform adds to an event is left out.
const Reads = v.object({
  reads: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(MOST_READS)),
});

/**
 * Answers what a phone has sent: one action, or what a page reads when it is opened. Reads that come together
 * are answered each as if it had come alone, with its own permission and its own refusal; who calls and what
 * several of them want is read once. No command travels so: it has a rid and a retry of its own.
 */
export async function answer(
  table: ActionTable,
  callers: Callers,
  run: RunContext,
  openid: string | null,
  event: unknown,
): Promise<CallReply<unknown> | ReadsReply> {
  const together = v.safeParse(Reads, event);
  if (!together.success) return dispatch(table, callers, run, openid, event);
  const readable = new Map([...table].filter(([, { kind }]) => kind === 'read'));
  const known = meetOnce(callers);
  const { reads } = together.output;
  return { replies: await Promise.all(reads.map((call) => dispatch(readable, known, run, openid, call))) };
}

/** All of them have one caller. */
function meetOnce(callers: Callers): Callers {
  let found: Promise<Caller> | undefined;
  let ensured: Promise<Caller> | undefined;
  return {
    find(openid) {
      found ??= callers.find(openid);
      return found;
    },
    ensure(openid) {
      ensured ??= callers.ensure(openid);
      return ensured;
    },
  };
}
