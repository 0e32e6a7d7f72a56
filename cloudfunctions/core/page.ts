import type { Aggregate } from './aggregate';
import type { ActionContext } from './context';
import { refuse } from './refusal';
import type { Condition, ListQuery, Repository } from './repository';

/** A list that goes on page by page, by a number that many can share: ten classes begin at seven. */
export interface Paged<Doc> extends Pick<ListQuery, 'without'> {
  where: Condition;
  by: keyof Doc & string;
  direction: 'asc' | 'desc';
  /** Where the first page begins; what has this very value is not in it. */
  from: number;
  limit: number;
}

interface Place {
  value: number;
  id: string;
}

const CURSOR = /^(-?\d{1,16}):([A-Za-z0-9_.:-]{1,100})$/;

/** Where a page ends that begins again behind this one. */
export const cursorAt = (value: number, id: string): string => `${value}:${id}`;

/** @throws INVALID_INPUT */
function placeOf(cursor: string): Place {
  const [, value = '', id = ''] = CURSOR.exec(cursor) ?? [];
  return id === '' ? refuse('INVALID_INPUT', { field: 'after' }) : { value: Number(value), id };
}

/**
 * One page, and the cursor of the next. Among those of one value the order is that of their ids, and
 * the cursor holds both: nothing is passed over and nothing comes twice. Each look is served by the
 * index of the list itself, which knows nothing of ids:
 *
 *   after 19:00/c   at 19:00 and id > c ──► 19:00/d 19:00/e
 *                   later than 19:00    ──► 19:30/b 20:00/k 20:00/a   one more than a page holds
 *   cut within 20:00: those of 20:00 once more, by id ──► 20:00/a 20:00/c
 */
export async function paged<Doc extends Aggregate>(
  context: ActionContext,
  repository: Repository<Doc>,
  { where, by, direction, from, limit, without = [] }: Paged<Doc>,
  after: string | null,
): Promise<{ found: Doc[]; next: string | null }> {
  const _ = context.database.command;
  const start = after === null ? null : placeOf(after);
  const edge = start?.value ?? from;
  const most = limit + 1;
  const numberOf = (doc: Doc): number => {
    const value: unknown = doc[by];
    if (typeof value === 'number') return value;
    throw new Error(`${by} of ${doc._id} is no number`);
  };
  const at = (value: number, beyond: string, wanted: number) =>
    repository.list({
      where: { ...where, [by]: value, ...(beyond === '' ? {} : { _id: _.gt(beyond) }) },
      order: [['_id', 'asc']],
      limit: wanted,
      without,
    });
  /** In the order of the list; of the value within which the look was cut, those that come first. */
  const inOrder = async (some: readonly Doc[], room: number): Promise<Doc[]> => {
    const cut = some[most - 1];
    const whole = some.filter((doc) => cut === undefined || numberOf(doc) !== numberOf(cut));
    const sign = direction === 'asc' ? 1 : -1;
    whole.sort((a, b) => sign * (numberOf(a) - numberOf(b)) || (a._id < b._id ? -1 : 1));
    if (cut === undefined) return whole;
    const left = room - whole.length;
    return [...whole, ...(left <= 0 ? [cut] : await at(numberOf(cut), '', left + 1))];
  };

  const [same, further] = await Promise.all([
    start === null ? [] : at(start.value, start.id, most),
    repository.list({
      where: { ...where, [by]: direction === 'asc' ? _.gt(edge) : _.lt(edge) },
      order: [[by, direction]],
      limit: most,
      without,
    }),
  ]);
  const all = [...same, ...(await inOrder(further, limit - same.length))];
  const found = all.slice(0, limit);
  const last = found.at(-1);
  return { found, next: all.length > limit && last ? cursorAt(numberOf(last), last._id) : null };
}
