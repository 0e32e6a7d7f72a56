import type { Effect } from '../../core/aggregate';
import { askCheck } from '../../core/attach';
import { judged } from '../../core/attachment';
import type { RunContext } from '../../core/context';
import { carryOut, promise } from '../../core/effects';
import { openidOf, type Person, persons } from '../person/model';
import { withPortrait } from './decide';

/**
 * The verdict on a portrait: a bad one is taken out, and whoever gave it hears of it.
 * @returns whether a portrait is known under that trace
 */
export async function settlePortrait(
  run: RunContext,
  { trace, verdict }: { trace: string; verdict: 'pass' | 'risky' },
): Promise<boolean> {
  const repository = run.repository(persons);
  const [found] = await repository.list({ where: { 'portrait.trace': trace }, limit: 1 });
  if (found === undefined) return false;
  const rid = `portrait:${trace}:${verdict}`;
  const { doc } = await repository.change(found._id, rid, (person) => {
    const { portrait } = person;
    // Another picture may have taken its place meanwhile.
    if (portrait == null || portrait.trace !== trace) return person;
    const after = judged(portrait, verdict);
    if (after === portrait) return person;
    return verdict === 'pass' ? { ...person, portrait: after } : refused(run, person, rid);
  });
  await carryOut(repository, doc, run.carrier);
  return true;
}

/** The effect `check_portrait`: WeChat is asked anew. */
export async function checkPortrait(run: RunContext, effect: Effect): Promise<void> {
  const { personId } = effect.data;
  if (typeof personId !== 'string') throw new Error('nobody to check');
  const repository = run.repository(persons);
  const person = await repository.find(personId);
  const file = person?.portrait;
  if (person == null || file?.check !== 'waiting') return;
  const trace = await askCheck(run, openidOf(person), 'image', file.fileId);
  if (trace === '') return;
  await repository.change(personId, `${effect.id}:${trace}`, (stored) => {
    const { portrait } = stored;
    if (portrait?.fileId !== file.fileId || portrait.check !== 'waiting') return stored;
    return { ...stored, portrait: { ...portrait, trace } };
  });
}

function refused(run: RunContext, person: Person, rid: string): Person {
  const { now, invocation } = run;
  const without = withPortrait(person, null, 'portrait_refused', { now, rid, by: 'system', invocation });
  const data = {
    to: person._id,
    template: 'progress',
    title: '上门的照片没留下',
    text: '微信看过，说这张不合适，已经删了。换一张就行，不放也照样上门。',
    link: '/packages/people/portrait/portrait',
    urgent: false,
  };
  return {
    ...without,
    effects: [...without.effects, promise(`${person._id}:${rid}`, 'notify', data, invocation, now)],
  };
}
