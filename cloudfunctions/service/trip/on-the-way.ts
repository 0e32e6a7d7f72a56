import type { OneTrip, TripMatter } from '@contract/trip';

/**
 * 顺路 (delight OneTrip): matters of the same building, then of the buildings next to it, at most so many
 * a trip. Whatever is most urgent leads; each matter lies on one way. Only names of buildings are
 * compared: nobody is located (G11). Pure.
 * @param matters most urgent first
 */
export function onTheWay(matters: readonly TripMatter[], most: number): OneTrip[] {
  const left = [...matters];
  const ways: OneTrip[] = [];
  for (let first = left.shift(); first !== undefined; first = left.shift()) {
    const lead = first;
    const near = (matter: TripMatter) => distance(lead.building, matter.building);
    const along = left
      .filter((matter) => near(matter) <= 1)
      .sort((a, b) => near(a) - near(b))
      .slice(0, most - 1);
    for (const matter of along) left.splice(left.indexOf(matter), 1);
    ways.push({ place: lead.building, matters: [lead, ...along] });
  }
  return ways.sort((a, b) => b.matters.length - a.matters.length);
}

/** 0: the same building, 1: the next one in the same row, 2: elsewhere. */
export function distance(one: string, other: string): 0 | 1 | 2 {
  const [a, b] = [spoken(one), spoken(other)];
  if (a === b) return 0;
  const [first, second] = [numbered(a), numbered(b)];
  if (first === null || second === null || first.row !== second.row) return 2;
  return Math.abs(first.number - second.number) === 1 ? 1 : 2;
}

/** 3 号楼 and 3号楼 are one building. */
const spoken = (building: string) => building.replace(/\s/g, '');

/** 幸福小区3号楼 → row 幸福小区#号楼, number 3. */
function numbered(building: string): { row: string; number: number } | null {
  const [, before = '', digits, after = ''] = /^(\D*)(\d{1,3})(\D*)$/.exec(building) ?? [];
  return digits === undefined ? null : { row: `${before}#${after}`, number: Number(digits) };
}
