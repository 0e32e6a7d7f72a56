import { type Category, GRID_TOPICS, type RequestKind } from '../../contract/words';
import { LEXICON, type Sign } from './lexicon';

/** How one category came to its score. */
export interface Reading {
  category: Category;
  score: number;
  /** The words of the sentence that spoke for it or, with a minus, against it. */
  because: string[];
}

export interface Sorted {
  /** Best first; at most three. */
  readings: Reading[];
  /** 0…1: how far the first stands above the second. Not a probability; it says when to ask. */
  confidence: number;
  /** What to do with it: take the first · ask between the first two · leave it to the desk. */
  verdict: 'sure' | 'ask' | 'unknown';
}

/** Below this the first two are too near to each other to choose for a person; set on the tuning sentences. */
const SURE = 0.34;
/** A single hint is no reading. */
const LEAST = 2;
/** How many characters `…` may stand for. */
const GAP = 8;

const patterns = (Object.entries(LEXICON) as [Category, readonly Sign[]][]).map(([category, signs]) => ({
  // The keys of LEXICON are exactly the categories.
  category,
  signs: signs.map(([weight, words]) => ({
    weight,
    pattern: new RegExp(words.replaceAll('…', `[^，。！？]{0,${GAP}}`), 'g'),
  })),
}));

/**
 * Which of the seven services and four grid topics a sentence is about. Pure, offline, and every answer says
 * why: scores are sums of the lexicon's weights, each different word counted once.
 */
export function sorted(text: string): Sorted {
  const readings = patterns
    .map(({ category, signs }) => readingOf(category, signs, text))
    .sort((a, b) => b.score - a.score);
  const [first, second] = readings;
  if (first === undefined || first.score < LEAST) return { readings: [], confidence: 0, verdict: 'unknown' };
  const lead = first.score - Math.max(0, second?.score ?? 0);
  const confidence = lead / (first.score + 1);
  const shown = readings.filter(({ score }) => score > 0).slice(0, 3);
  return { readings: shown, confidence, verdict: confidence >= SURE || shown.length === 1 ? 'sure' : 'ask' };
}

interface Compiled {
  weight: number;
  pattern: RegExp;
}

function readingOf(category: Category, signs: readonly Compiled[], text: string): Reading {
  let score = 0;
  const heard = new Set<string>();
  const because: string[] = [];
  for (const { weight, pattern } of signs) {
    const fresh = new Set([...text.matchAll(pattern)].map(([word]) => word).filter((word) => !heard.has(word)));
    for (const word of fresh) {
      heard.add(word);
      because.push(weight < 0 ? `-${word}` : word);
    }
    // The second word of the same sort adds less than the first: a long sentence is not a surer one.
    if (fresh.size > 0) score += weight * (fresh.size > 1 ? 1.5 : 1);
  }
  return { category, score, because };
}

/** The face that a category has on the spine: grid topics go to the grid, a wish to the wall, all else is done by the community. */
export function kindOfCategory(category: Category): RequestKind {
  if (category in GRID_TOPICS) return 'grid';
  return category === 'wish' ? 'wish' : 'errand';
}
