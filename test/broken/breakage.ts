/** The kinds of proof that a breakage is to make fail; each has at least two. */
export const KINDS = [
  'cells',
  'replays',
  'faults',
  'races',
  'interleavings',
  'fuzz',
  'limits',
  'leaks',
  'guardrails',
  'pages',
  'feature map',
  'inbox',
] as const;
export type Kind = (typeof KINDS)[number];

/** What has to fail once the product is broken. */
export interface Proof {
  /** A test file. */
  file: string;
  /** Tests whose titles match; all of the file by default. */
  title?: string;
  /** `PROOF_ONLY` and the like, as somebody would replay it. */
  env?: Readonly<Record<string, string>>;
  /** What its failure says: one that fails for another reason has not seen the breakage. */
  says: RegExp;
}

/** A mistake that somebody could make, and the proof that is there to notice it. */
export interface Breakage {
  kind: Kind;
  /** What would be wrong, in a sentence. */
  sentence: string;
  file: string;
  /** Stands exactly once in the file. */
  replaces: string;
  by: string;
  proof: Proof;
}

/** Goes through every action; `PROOF_ONLY` and `PROOF_KIND` choose. */
export const ACTIONS = 'test/proof/actions.test.ts';

/** How often a breakage's text stands in its file: it applies when that is once. */
export const places = ({ replaces }: Breakage, text: string): number => text.split(replaces).length - 1;
