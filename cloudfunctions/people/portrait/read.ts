import type { VisitorView } from '@contract/portrait';
import type { RunContext } from '../../core/context';
import { may } from '../../core/permissions';
import { trustOf } from '../person/living-read';
import type { Person } from '../person/model';

export const NOBODY_SHOWN: VisitorView = { picture: null, rings: false };

/** What this person lets households see; asked for only once it is clear that the reader is one of them. */
export async function visitorView(
  run: Pick<RunContext, 'temporaryUrls' | 'repository'>,
  person: Person | null,
): Promise<VisitorView> {
  if (person === null || !may(await trustOf(run, person), 'request.work')) return NOBODY_SHOWN;
  return { picture: await pictureOf(run, person), rings: person.rings === true && person.phone !== null };
}

/** `null` until the check has said yes. */
async function pictureOf(
  run: Pick<RunContext, 'temporaryUrls'>,
  { portrait }: Person,
): Promise<string | null> {
  if (portrait?.check !== 'pass') return null;
  const [url = ''] = await run.temporaryUrls([portrait.fileId]);
  return url === '' ? null : url;
}
