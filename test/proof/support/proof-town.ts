import { demonstration, type Seed } from '../../../database/seed';
import { openidOf, SAMPLE_PEOPLE } from '../../../database/seed/samples/people';
import { asleep, townFunctions } from '../../../tools/town';
import { type Town, town, UNCOUNTED } from '../../support/town';
import { startVoiceProvider } from '../../support/voice-provider';

/** A Wednesday, ten in the morning in Shanghai: every run of the proofs takes place then. */
export const MORNING = Date.UTC(2026, 4, 13, 2);
const TEMPLATES = { progress: 'TOWN-PROGRESS', class: 'TOWN-CLASS', visit: 'TOWN-VISIT' };
const CONSENTS = 9;
/** What the timer notes for itself: with it the next tick does not look again at what it looks at every ten minutes. */
const NOTES = ['operations'];
/** A warm worker refuses a person's 61st write of a minute (`core/limiter.ts`), and here the minute never passes. */
const CALLS_OF_A_WORKER = 55;

export interface Kept {
  /** Documents, clock and consents are again what they were; workers keep no memory of what is undone. */
  restore(): Promise<void>;
  /** False: no document can have changed. */
  isWritten(): boolean;
  release(): void;
}

export interface ProofTown extends Town {
  keep(): Kept;
  /** As it was seeded. */
  begin(): Promise<void>;
}

/** A town that can be put back, where everybody has agreed to messages, and where a voice reads aloud. */
export async function proofTown({ instances = 2 } = {}): Promise<ProofTown> {
  const voice = await startVoiceProvider();
  const environment = { ...UNCOUNTED, RS_VOICE: voice.variable };
  const t = await town({ instances, environment, seed: () => withConsents(demonstration(MORNING)) });
  const calls = new Map<string, number>();
  const { invoke, close } = t;
  t.close = async () => {
    await close();
    await voice.close();
  };
  t.invoke = (name, data, caller) => {
    const who = caller?.openid ?? '';
    calls.set(who, (calls.get(who) ?? 0) + 1);
    return invoke(name, data, caller);
  };

  const keep = (): Kept => {
    const documents = t.store.snapshot();
    const now = t.clock.now();
    const consents = [...t.openApi.subscriptions];
    return {
      async restore() {
        t.faults.clear();
        documents.restore();
        await t.clock.set(now);
        for (const [who, left] of consents) t.openApi.subscriptions.set(who, left);
        if (Math.max(0, ...calls.values()) <= CALLS_OF_A_WORKER) return;
        calls.clear();
        await t.reload(townFunctions(environment, instances).map(asleep));
      },
      isWritten: () => documents.isWritten(),
      release: () => documents.release(),
    };
  };

  for (const { key } of SAMPLE_PEOPLE)
    for (const template of Object.values(TEMPLATES))
      t.openApi.subscriptions.set(`${openidOf(key)}|${template}`, CONSENTS);
  await t.clock.set(MORNING);
  const bare = keep();
  await t.sweep();
  const notes = NOTES.map((name) => ({ name, documents: t.store.find(name, {}).documents }));
  await bare.restore();
  bare.release();
  for (const { name, documents } of notes) t.store.insert(name, documents);
  const seeded = keep();
  return Object.assign(t, { keep, begin: () => seeded.restore() });
}

function withConsents(seed: Seed): Seed {
  const consents = Object.fromEntries(Object.keys(TEMPLATES).map((name) => [name, CONSENTS]));
  return { ...seed, persons: (seed['persons'] ?? []).map((person) => ({ ...person, consents })) };
}
