/** Where each seat stands round the table, and what is said of them. No wx, no clock. */

export type SeatKind = 'free' | 'elder' | 'taken' | 'mine';

export interface Seats {
  capacity: number;
  taken: number;
  free: number;
  elderFree: number;
  held: number;
}

export interface Place {
  key: string;
  kind: SeatKind;
  /** CSS of its place on the ellipse. */
  spot: string;
  /** CSS of the seat there, turned with its tip towards the table. */
  turn: string;
}

export interface Table {
  /** [] when there are too many to draw: then only the sentence. */
  places: Place[];
  /** 还有 / 2 座, or 坐满了 / 可候补 */
  above: string;
  number: string;
  sentence: string;
  below: string;
  legend: { kind: SeatKind; word: string }[];
}

/** More than this is not drawn (visual.md section 5). */
const DRAWN = 20;

const WORDS: Record<SeatKind, string> = { mine: '您的座', free: '空座', elder: '给长者留', taken: '有人了' };

/**
 * @param left seats this reader could take now (an elder also sees those kept for elders)
 * @param mine this reader sits here
 */
export function seatTable(seats: Seats, left: number, mine: boolean): Table {
  const kinds = seats.capacity > DRAWN ? [] : spread(seats, mine);
  const shown = (['mine', 'free', 'elder', 'taken'] as const).filter((kind) => kinds.includes(kind));
  return {
    places: kinds.map((kind, index) => ({ key: `${index}`, kind, ...placeOf(index, kinds.length) })),
    above: left > 0 ? '还有' : '坐满了',
    number: left > 0 ? `${left} 座` : '可候补',
    sentence: sentenceOf(seats, left),
    // Under the large number, which is not said twice.
    below: left > 0 ? `一共 ${seats.capacity} 座` : sentenceOf(seats, left),
    legend: shown.map((kind) => ({ kind, word: WORDS[kind] })),
  };
}

function sentenceOf(seats: Seats, left: number): string {
  const all = `一共 ${seats.capacity} 座，`;
  if (left > 0) return `${all}还有 ${left} 座`;
  return seats.elderFree > 0 ? `${all}剩下的 ${seats.elderFree} 座给长者留着` : `${all}都坐满了，可以候补`;
}

/** Free seats stand apart instead of in one heap: who looks sees at once that there is room. */
function spread(seats: Seats, mine: boolean): SeatKind[] {
  const kinds: SeatKind[] = Array.from({ length: seats.capacity }, () => 'taken');
  const special: SeatKind[] = [
    ...(mine ? (['mine'] as const) : []),
    ...Array.from({ length: seats.free }, () => 'free' as const),
    ...Array.from({ length: seats.elderFree }, () => 'elder' as const),
  ];
  const step = seats.capacity / Math.max(1, special.length);
  special.slice(0, seats.capacity).forEach((kind, index) => {
    kinds[Math.floor(index * step)] = kind;
  });
  return kinds;
}

/** Semi-axes 36% of the card's width and 188rpx; angle 0 is at the right. */
function placeOf(index: number, count: number): { spot: string; turn: string } {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  const left = 50 + 36 * Math.cos(angle);
  const top = 232 + 188 * Math.sin(angle);
  const turn = (angle * 180) / Math.PI - 90;
  return {
    spot: `left: ${left.toFixed(2)}%; top: ${top.toFixed(1)}rpx`,
    turn: `transform: rotate(${turn.toFixed(1)}deg)`,
  };
}
