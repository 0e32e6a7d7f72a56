import assert from 'node:assert/strict';
import { count } from '../support/counts';
import { newRid } from '../support/town';
import { changes, dump } from './support/dump';
import { isNewcomer, type Proof, type Stage } from './support/proof';

/** Role × relation × action: who may do what, every cell. */
export const matrix: Proof = {
  kind: 'cells',
  says: 'it does for each of the cast what its row says, and a refusal changes nothing',
  reads: true,
  prove,
};

async function prove({ t, one, scene, kept }: Stage): Promise<void> {
  const { name, action, expected, tries } = one;
  const { by, input, rid } = scene;
  assert.equal(expected.get(by), 'ok', `${by} is to succeed in the scene of ${name}`);
  const standing = dump(t);
  const wrong: string[] = [];
  for (const [actor, verdict] of expected) {
    const reply = await t.as(actor).ask(name, input, rid ?? newRid());
    const got = reply.ok ? 'ok' : reply.refusal.code;
    if (got !== verdict) wrong.push(`${name}, ${actor}: expected ${verdict}, got ${got}`);
    count('cells');
    const known = (key: string) =>
      (action.allow === 'person' && isNewcomer(key)) || (tries !== undefined && key.startsWith(`${tries}/`));
    const changed = kept.isWritten() ? changes(standing, dump(t), known) : '';
    if (changed !== '' && (got !== 'ok' || action.kind === 'read'))
      wrong.push(`${name}, ${actor}: got ${got}, and yet it changed ${changed}`);
    await kept.restore();
  }
  assert.equal(wrong.join('\n'), '');
}
