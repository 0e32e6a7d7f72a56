import { type Category, GRID_TOPICS, type RequestKind } from '../../contract/words';
import { EXAMPLES } from './examples';
import { LEXICON, type Sign } from './lexicon';
import { leanings } from './pieces';

/** How one category came to its weight. */
export interface Reading {
  category: Category;
  weight: number;
  /** The words of the sentence that spoke for it or, with a minus, against it. */
  because: string[];
}

export interface Sorted {
  /** Best first, all eleven. */
  readings: Reading[];
  /** 0…1: how far the first stands above the second. Not a probability; it says when to ask. */
  confidence: number;
  /** What to do with it: take the first · ask between the first two · leave it to the desk. */
  verdict: 'sure' | 'ask' | 'unknown';
}

/** Lead of the first over the second from which nothing is asked. */
const SURE = 5;
/** Below this the first is hardly better than the others. */
const LEAST = 1;
/** How many characters `…` may stand for. */
const GAP = 8;
/** A sign of the lexicon against a leaning of the pieces. */
const SIGN = 2;

const compiled = (Object.entries(LEXICON) as [Category, readonly Sign[]][]).map(([category, signs]) => ({
  // The keys of LEXICON are exactly the categories.
  category,
  signs: signs.map(([weight, words]) => ({
    weight,
    pattern: new RegExp(words.split('…').join(`[^，。！？]{0,${GAP}}`), 'g'),
  })),
}));

/** Learnt when the first sentence comes, some tens of milliseconds; never where nobody says anything. */
let lean: ReturnType<typeof leanings<Category>> | null = null;

function taught() {
  return leanings(
    compiled.map(({ category }) => ({
      label: category,
      texts: [...EXAMPLES[category].trim().split('\n'), ...spoken(LEXICON[category])],
    })),
  );
}

/** The lexicon's own words as the shortest of sentences. */
function spoken(signs: readonly Sign[]): string[] {
  return signs
    .filter(([weight]) => weight > 0)
    .flatMap(([, words]) => words.replace(/\[[^\]]*\]/g, '').split(/[|…]/))
    .filter((word) => word !== '');
}

/**
 * Which of the seven services and four grid topics a sentence is about. Pure, offline, and every answer says
 * why: the lexicon's signs, and how pieces of one to three characters lean in the examples.
 */
export function sorted(text: string): Sorted {
  lean ??= taught();
  const leaning = lean(text);
  const readings = compiled
    .map(({ category, signs }) => readingOf(category, signs, text, leaning.get(category) ?? 0))
    .sort((a, b) => b.weight - a.weight);
  const lead = (readings[0]?.weight ?? 0) - (readings[1]?.weight ?? 0);
  const verdict = lead >= SURE ? 'sure' : lead >= LEAST || readings[0]?.because.length ? 'ask' : 'unknown';
  return { readings, confidence: lead / (lead + SURE), verdict: text.trim() === '' ? 'unknown' : verdict };
}

interface Compiled {
  weight: number;
  pattern: RegExp;
}

function readingOf(category: Category, signs: readonly Compiled[], text: string, leaning: number): Reading {
  let sum = 0;
  const heard = new Set<string>();
  const because: string[] = [];
  for (const { weight, pattern } of signs) {
    const words = [...text.matchAll(pattern)].map(([word]) => word);
    const fresh = new Set(words.filter((word) => !heard.has(word)));
    for (const word of fresh) {
      heard.add(word);
      because.push(weight < 0 ? `-${word}` : word);
    }
    // The second word of the same sort adds less than the first: a long sentence is not a surer one.
    if (fresh.size > 0) sum += weight * (fresh.size > 1 ? 1.5 : 1);
  }
  return { category, weight: sum * SIGN + leaning, because };
}

/** The face that a category has on the spine: grid topics go to the grid, a wish to the wall, all else is done by the community. */
export function kindOfCategory(category: Category): RequestKind {
  if (category in GRID_TOPICS) return 'grid';
  return category === 'wish' ? 'wish' : 'errand';
}
