import type { RunContext } from '../../core/context';
import { noted } from './decide';
import { nominations } from './definition';
import type { Nomination } from './model';

/** A commended story that nobody is to read any more (S26 下架); the commendation itself stays in the record. */
export async function takeDownStory(
  run: RunContext,
  nominationId: string,
  down: NonNullable<Nomination['takenDown']>,
  rid: string,
): Promise<void> {
  await run
    .repository(nominations)
    .change(nominationId, rid, (nomination) =>
      noted({ ...nomination, takenDown: down }, { now: run.now, rid, by: 'committee' }, 'take_down'),
    );
}
