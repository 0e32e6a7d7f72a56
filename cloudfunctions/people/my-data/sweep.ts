import { DAY, MINUTE } from '../../core/calendar';
import type { RunContext } from '../../core/context';
import { describe, log } from '../../core/log';
import { isFirstOfStretch } from '../../core/rhythm';
import { type Survey, surveys, voiceOf } from '../../school/survey/model';
import { trips } from '../../service/trip/definition';
import { recordingsOf } from '../../service/trip/forget';
import type { Trip } from '../../service/trip/model';
import { RETENTION } from './retention';

/** How many documents of one collection are taken at once; the rest waits for the next time. */
const BATCH = 100;
/** What is kept for months need not be looked for with every tick: each look is a read of every collection. */
const EVERY = 10 * MINUTE;

type Old = Pick<Trip, '_id'> & Partial<Pick<Trip, 'records'> & Pick<Survey, 'audio'>>;

function filesOf(collection: string, { records = [], audio = null }: Old): string[] {
  if (collection === trips.collection) return recordingsOf({ records });
  return collection === surveys.collection ? voiceOf({ audio }) : [];
}

/**
 * What is past its time is removed, oldest first, with the first tick of every ten minutes.
 * @param before when the tick before was, or null where nobody knows
 */
export async function sweepRetention(run: RunContext, before: number | null): Promise<void> {
  if (!isFirstOfStretch(before, run.now, EVERY)) return;
  for (const [name, days] of Object.entries(RETENTION)) {
    try {
      const collection = run.database.collection(name);
      const old = await collection
        .where({ createdAt: run.database.command.lt(run.now - days * DAY) })
        .orderBy('createdAt', 'asc')
        .field({ _id: true, records: true, audio: true })
        .limit(BATCH)
        .get();
      for (const doc of (old.data ?? []) as Old[]) {
        // The files first: a document that is gone names them no more.
        const files = filesOf(name, doc);
        if (files.length > 0) await run.removeFiles(files);
        await collection.doc(doc._id).remove();
      }
    } catch (error) {
      log('retention not kept', { run: run.invocation, collection: name, ...describe(error) });
    }
  }
}
