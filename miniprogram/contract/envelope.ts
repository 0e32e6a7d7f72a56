import type { RefusalReply } from './errors';

/** Raised with every change that an older phone could not read. The server also serves the one before. */
export const CONTRACT_VERSION = 1;

/** What the phone sends to the function `api`. */
export interface CallRequest {
  action: string;
  input: unknown;
  /** Request id (clientRequestId in workflows.md): one for each intention of a person, the same on every retry. */
  rid: string;
  contract: number;
  /** When it was done, if the phone had no network then (workflows 10.2); epoch ms. */
  occurredAt?: number | null;
}

/** What a page reads when it is opened sets out together: one call, and a reply each in the same order. */
export interface ReadsRequest {
  reads: CallRequest[];
}
export interface ReadsReply {
  replies: CallReply<unknown>[];
}
/** More than any page reads; the server answers no longer row. */
export const MOST_READS = 8;

export type CallReply<Output> =
  | { ok: true; output: Output /** Server's clock, epoch ms. */; now: number }
  | { ok: false; refusal: RefusalReply; now: number };
