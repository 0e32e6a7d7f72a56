import { DANGER_KINDS, type DangerKind } from '../../../contract/words';
import { EXAMPLES } from '../../../lib/say/examples';
import { leanings } from '../../../lib/say/pieces';
import { DANGER_EXAMPLES } from './danger-examples';

/** How much further a sentence must lean to a danger than to everyday life. */
const SURE = 3;
/** The everyday examples are ten times as many as those of any danger. */
const CAUTIOUS = 5;

let lean: ReturnType<typeof leanings<DangerKind | 'calm'>> | null = null;

function taught() {
  const lines = (text: string) => text.trim().split('\n');
  // The keys of DANGER_KINDS are exactly the kinds.
  const kinds = Object.keys(DANGER_KINDS) as DangerKind[];
  const everyday = Object.values(EXAMPLES).flatMap(lines);
  return leanings<DangerKind | 'calm'>(
    [
      ...kinds.map((kind) => ({ label: kind, texts: lines(DANGER_EXAMPLES[kind]) })),
      { label: 'calm' as const, texts: [...lines(DANGER_EXAMPLES.calm), ...everyday] },
    ],
    CAUTIOUS,
  );
}

/**
 * For sentences that no list of words foresees. Heard when a sentence is finished, not at every letter: half a
 * sentence sounds like anything.
 */
export function soundsLike(text: string): DangerKind | null {
  if (text.trim().length < 3) return null;
  lean ??= taught();
  const leaning = lean(text);
  const calm = leaning.get('calm') ?? 0;
  let best: DangerKind | null = null;
  let most = calm + SURE;
  for (const [kind, sum] of leaning)
    if (kind !== 'calm' && sum > most) {
      best = kind;
      most = sum;
    }
  return best;
}
