import { demonstration, type Seed } from '../../../database/seed';
import { openidOf, SAMPLE_PEOPLE } from '../../../database/seed/samples/people';
import { MORNING } from '../../support/morning';
import { type Town, town, UNCOUNTED } from '../../support/town';
import { startVoiceProvider } from '../../support/voice-provider';

const TEMPLATES = { progress: 'TOWN-PROGRESS', class: 'TOWN-CLASS', visit: 'TOWN-VISIT' };
const CONSENTS = 9;
/** What the timer notes for itself: with it the next tick does not look again at what it looks at every ten minutes. */
const NOTES = ['operations'];
/** Here the minute never passes in which a warm worker counts a person's calls. */
const PATIENCE = { read: 1_000_000, write: 1_000_000, aloud: 1_000_000 };

export interface Kept {
  /** Documents, clock and consents are again what they were. */
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
  const environment = {
    RS_SETTINGS: JSON.stringify({ ...UNCOUNTED, callsPerMinute: PATIENCE }),
    RS_VOICE: voice.variable,
  };
  const t = await town({ instances, environment, seed: () => withConsents(demonstration(MORNING)) });
  const { close } = t;
  t.close = async () => {
    await close();
    await voice.close();
  };

  const keep = (): Kept => {
    const documents = t.store.snapshot();
    const now = t.clock.now();
    const consents = [...t.openApi.subscriptions];
    return {
      async restore() {
        // What WeChat answers late belongs to the town that is put back, not to the next one.
        await t.idle();
        t.faults.clear();
        documents.restore();
        await t.clock.set(now);
        for (const [who, left] of consents) t.openApi.subscriptions.set(who, left);
      },
      isWritten: () => documents.isWritten(),
      release: () => documents.release(),
    };
  };

  for (const { key } of SAMPLE_PEOPLE)
    for (const template of Object.values(TEMPLATES))
      t.openApi.subscriptions.set(`${openidOf(key)}|${template}`, CONSENTS);
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
