import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type tcb from '@cloudbase/node-sdk';

type App = ReturnType<typeof tcb.init>;

/** What was tried, and what the cloud said it had done. */
export class Ledger {
  readonly letters = new Set<string>();
  readonly batches = new Set<string>();
  readonly files = new Map<string, string>();
  counted = 0;
  countsTried = 0;
}

export const digest = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex');

/** A document that shows whether it is whole. */
function letter(owner: string): { _id: string; owner: string; text: string; digest: string } {
  const text = randomBytes(40 + Math.floor(Math.random() * 3_000)).toString('base64');
  return { _id: randomUUID(), owner, text, digest: digest(text) };
}

async function write(app: App, ledger: Ledger): Promise<void> {
  const letters = app.database().collection('letters');
  const one = letter('single');
  await letters.add(one);
  ledger.letters.add(one._id);

  ledger.countsTried += 1;
  const { inc } = app.database().command;
  const counted = await app
    .database()
    .collection('counters')
    .where({ _id: 'c' })
    .update({ n: inc(1) });
  ledger.counted += counted.updated ?? 0;

  const batch = randomUUID();
  await letters.add(Array.from({ length: 5 }, () => letter(batch)));
  ledger.batches.add(batch);
}

async function upload(app: App, ledger: Ledger): Promise<void> {
  const content = randomBytes(20_000);
  const { fileID } = await app.uploadFile({ cloudPath: `crash/${randomUUID()}.bin`, fileContent: content });
  ledger.files.set(fileID, digest(content));
}

/** Writes from several sides until the cloud is gone. */
export async function writeUntilDeath(app: App, ledger: Ledger, isDead: () => boolean): Promise<void> {
  const keepOn = async (work: () => Promise<void>): Promise<void> => {
    while (!isDead()) {
      try {
        await work();
      } catch (error) {
        // The end of the cloud is the one thing that may go wrong here.
        if (!isDead()) await new Promise((resolve) => setTimeout(resolve, 50));
        if (!isDead()) throw error;
      }
    }
  };
  const writers = Array.from({ length: 8 }, () => keepOn(() => write(app, ledger)));
  await Promise.all([...writers, keepOn(() => upload(app, ledger))]);
}
