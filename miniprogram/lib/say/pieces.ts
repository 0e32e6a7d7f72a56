/** Added to every count, so that a piece never seen with a label does not rule it out. */
const SMOOTH = 0.3;
const LONGEST = 3;

/** Pieces of one to three characters, each once: Chinese needs no word list for this. */
function pieces(text: string): Set<string> {
  const characters = [...text.replace(/[，。！？、\s]+/g, '·')];
  const found = new Set<string>();
  for (let length = 1; length <= LONGEST; length += 1)
    for (let at = 0; at + length <= characters.length; at += 1)
      found.add(characters.slice(at, at + length).join(''));
  return found;
}

/**
 * Learns how much oftener a piece stands in the texts of one label than in all of them, as the logarithm of
 * that ratio. `cautious` imagines so many more texts in which pieces stand as often as everywhere: for labels of very
 * different size. @returns the sum of a text's pieces for each label
 */
export function leanings<Label extends string>(
  taught: readonly { label: Label; texts: readonly string[] }[],
  cautious = 0,
): (text: string) => Map<Label, number> {
  const counts = new Map<string, number[]>();
  for (const [place, { texts }] of taught.entries())
    for (const text of texts)
      for (const piece of pieces(text)) {
        const row = counts.get(piece) ?? taught.map(() => 0);
        row[place] = (row[place] ?? 0) + 1;
        counts.set(piece, row);
      }
  const sizes = taught.map(({ texts }) => texts.length);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return (text) => {
    const sums = taught.map(() => 0);
    for (const piece of pieces(text)) {
      const row = counts.get(piece);
      if (row === undefined) continue;
      const everywhere =
        (row.reduce((sum, count) => sum + count, 0) + SMOOTH * row.length) / (all + row.length);
      for (const [place, size] of sizes.entries()) {
        const here =
          cautious === 0
            ? ((row[place] ?? 0) + SMOOTH) / (size + 1)
            : ((row[place] ?? 0) + cautious * everywhere) / (size + cautious);
        sums[place] = (sums[place] ?? 0) + Math.log(here / everywhere);
      }
    }
    return new Map(taught.map(({ label }, place) => [label, sums[place] ?? 0]));
  };
}
