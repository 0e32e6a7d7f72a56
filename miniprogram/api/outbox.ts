import type { ActionName, InputOf } from '../contract/actions';
import type { Intention } from './attempt';
import { call, serverNow } from './call';
import { uploadRecording } from './cloud';
import { onNetwork } from './network';
import { Queue } from './queue';
import { hasRecording, removeRecording } from './recordings';
import { storage } from './storage';

export type { Posted, QueuedItem } from './queue';

/**
 * What a person has said or done and the server must have, network or not.
 * `await outbox.post('request.submit', input, { rid: draft.rid(), title, recording })`
 *  → `{ waits: false, output }` accepted · `{ waits: true }` kept here, sent once by itself later
 *  → throws `Refused` (show its sentence, keep the draft).
 */
export const outbox: Queue = new Queue({
  shelf: storage,
  call: (name, input, rid, occurredAt) => send(name, input, rid, occurredAt),
  upload: uploadRecording,
  hasFile: hasRecording,
  removeFile: removeRecording,
  now: () => serverNow(),
  later: (ms, run) => {
    setTimeout(run, ms);
  },
});

function send<Name extends ActionName>(
  name: Name,
  input: object,
  rid: string,
  occurredAt: number | null,
): Promise<unknown> {
  // `post` accepted this input for this name; storage in between keeps the pair together.
  return call(name, input as InputOf<Name>, ...([{ rid, occurredAt }] as Intention<Name>));
}

/** Once, when the app is launched: sends again when the network is back. `App.onShow` flushes as well. */
export function startOutbox(): void {
  onNetwork((online) => {
    if (online) void outbox.flush();
  });
}
