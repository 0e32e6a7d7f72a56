import type { CallReply } from '@contract/envelope';
import { CONTRACT_VERSION } from '@contract/envelope';
import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import type { ActionTable, AnyAction } from './action';
import { DAY } from './calendar';
import type { Caller } from './caller';
import { can, intentOf } from './caller';
import type { RunContext } from './context';
import { classify } from './database';
import { limit } from './limiter';
import { describe, log } from './log';
import { Refusal, refuse } from './refusal';
import { remembering } from './remembering';

/** How the caller is found, and made known by the first thing that they do. */
export interface Callers {
  find(openid: string): Promise<Caller>;
  ensure(openid: string): Promise<Caller>;
}

const Rid = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]+$/),
  v.minLength(LIMITS.rid.least),
  v.maxLength(LIMITS.rid.most),
);
const Call = v.object({
  action: v.string(),
  input: v.unknown(),
  rid: v.optional(v.string(), ''),
  contract: v.number(),
  occurredAt: v.optional(v.nullable(v.number()), null),
});

/** Runs one call. Never throws: whatever happens becomes a reply with a named refusal. */
export async function dispatch(
  table: ActionTable,
  callers: Callers,
  run: RunContext,
  openid: string | null,
  event: unknown,
): Promise<CallReply<unknown>> {
  let name = '';
  try {
    const parsed = v.safeParse(Call, event);
    if (!parsed.success) refuse('INVALID_INPUT', { field: 'call' });
    const { action, input, rid, contract, occurredAt } = parsed.output;
    name = table.has(action) ? action : '?';
    const entry = table.get(action) ?? refuse('UNKNOWN_ACTION');
    if (contract < CONTRACT_VERSION - 1) refuse('CONTRACT_TOO_OLD');
    if (openid === null) refuse('NO_CALLER');
    limit(run, openid, entry.kind);
    if (entry.kind === 'write' && !v.is(Rid, rid)) refuse('INVALID_INPUT', { field: 'rid' });

    const value = v.safeParse(entry.input, input, { abortEarly: true });
    if (!value.success) refuse('INVALID_INPUT', fieldOf(value.issues));
    const caller = await callerOf(entry, callers, openid);
    if (entry.allow !== 'anyone' && entry.allow !== 'person' && !can(caller, entry.allow))
      refuse('NOT_ALLOWED');
    const asked = entry.kind === 'read' ? remembering(run) : run;
    const output = await entry.run(
      { ...asked, rid: `${intentOf(caller)}:${rid}`, occurredAt: believable(occurredAt, run.now), caller },
      value.output,
    );
    return { ok: true, output, now: run.now };
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal.code === 'INTERNAL' || refusal.code === 'BUSY')
      log('failed', { action: name, run: run.invocation, refused: refusal.code, ...describe(error) });
    return { ok: false, refusal: refusal.reply(), now: run.now };
  }
}

async function callerOf(entry: AnyAction, callers: Callers, openid: string): Promise<Caller> {
  if (entry.sameForAll) return { openid, id: null, grants: [] };
  return entry.allow === 'person' ? callers.ensure(openid) : callers.find(openid);
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const failure = classify(error);
  return new Refusal(failure === 'busy' || failure === 'uncertain' ? 'BUSY' : 'INTERNAL');
}

function fieldOf(issues: readonly v.BaseIssue<unknown>[]): { field: string } {
  const [first] = issues;
  return { field: (first && v.getDotPath(first)) || 'input' };
}

const WEEK = 7 * DAY;

/** A phone's clock may be wrong: what lies in the future or long ago is not kept. */
function believable(occurredAt: number | null, now: number): number | null {
  return occurredAt !== null && occurredAt <= now && occurredAt > now - WEEK ? occurredAt : null;
}
