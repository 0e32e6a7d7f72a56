import fc from 'fast-check';
import type * as v from 'valibot';

/**
 * Inputs that look almost as a schema wants them, with something hostile in the place of any part:
 * of another type, an operator, a key of the prototype, huge, or a trap of Unicode.
 */
export function malformed(schema: v.GenericSchema<unknown, unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: partOf(schema as unknown as Described) },
    { weight: 2, arbitrary: withStranger(partOf(schema as unknown as Described)) },
    { weight: 1, arbitrary: fc.anything() },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
  );
}

/** What valibot's schemas tell of themselves; which of these they have, follows from `type`. */
interface Described {
  type: string;
  entries?: Record<string, Described>;
  wrapped?: Described;
  item?: Described;
  options?: readonly unknown[];
  literal?: unknown;
}

const HUGE = 'x'.repeat(100_000);
const HOSTILE: readonly unknown[] = [
  null,
  undefined,
  true,
  '',
  0,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e308,
  2 ** 53,
  [],
  {},
  ['a'],
  { $ne: null },
  { $gt: '' },
  { $where: 'true' },
  { $tcb_server_date: {} },
  JSON.parse('{"__proto__":{"admin":true}}'),
  JSON.parse('{"constructor":{"prototype":{"admin":true}}}'),
  '__proto__',
  'constructor',
  'a.b',
  '$set',
  '../../etc/passwd',
  '\uD800',
  '\uDC00x',
  '\u202E反\u202C',
  'a\u0000b',
  '\u200B\uFEFF',
  'e\u0301'.repeat(50),
  HUGE,
  '１３９１２３４５６７８',
  Array.from({ length: 5_000 }, () => 'a'),
];
/** Ids that are somebody’s: nothing of theirs may be reached by them. */
const FOREIGN = ['s-table', 's-small', 'c-food', 'branch-jianguo', 'jianguo', 'sample_elder', 'sample_grid'];
/** Times around which windows and deadlines lie. */
const TIMES = [1_577_836_800_000, 1_778_637_600_000, 4_102_444_800_000, 4_102_444_800_001];

const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.anything(), fc.string({ unit: 'binary' }));

function partOf(schema: Described): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 5, arbitrary: fitting(schema) }, { weight: 1, arbitrary: hostile });
}

function fitting({ type, entries, wrapped, item, options, literal }: Described): fc.Arbitrary<unknown> {
  if (entries) {
    const parts = Object.entries(entries).map(([name, part]) => [name, partOf(part)] as const);
    return fc.record(Object.fromEntries(parts), { requiredKeys: parts.slice(1).map(([name]) => name) });
  }
  if (wrapped) return fc.oneof(partOf(wrapped), fc.constant(null));
  if (item) return fc.array(partOf(item), { maxLength: 4 });
  if (type === 'variant' || type === 'union')
    return fc.oneof(...(options ?? []).map((option) => partOf(option as Described)));
  if (type === 'picklist') return fc.constantFrom(...(options ?? [null]));
  if (type === 'literal') return fc.constant(literal);
  if (type === 'boolean') return fc.boolean();
  if (type === 'number') return fc.oneof(fc.integer(), fc.double(), fc.constantFrom(...TIMES));
  return fc.oneof(fc.constantFrom(...FOREIGN), fc.string({ unit: 'grapheme' }), fc.string());
}

/** One field more than the schema knows. */
function withStranger(part: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const names = ['openid', 'personId', '$where', '_id', 'version', 'toString', 'caller'];
  return fc
    .tuple(part, fc.constantFrom(...names), hostile)
    .map(([value, name, more]) =>
      typeof value === 'object' && value !== null ? { ...value, [name]: more } : value,
    );
}

type Path = readonly (string | number)[];

/**
 * An input that was right, with one part of it (a field, an element, all of it) replaced by something hostile, by
 * somebody else's id, or by a time at an edge: what a schema lets through of that reaches the code behind it.
 */
export function spoilt(input: unknown): fc.Arbitrary<unknown> {
  const paths = pathsOf(input);
  return fc
    .tuple(fc.constantFrom(...paths), fc.constantFrom(...FOREIGN, ...TIMES, ...HOSTILE))
    .map(([path, part]) => replaced(input, path, part));
}

function pathsOf(value: unknown, here: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [here];
  const parts = Object.entries(value).flatMap(([name, part]) => pathsOf(part, [...here, name]));
  return parts.length > 0 ? parts : [here];
}

function replaced(value: unknown, [first, ...rest]: Path, part: unknown): unknown {
  if (first === undefined) return part;
  const inside: unknown = Reflect.get(Object(value), first);
  const next = replaced(inside, rest, part);
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === first ? next : one));
  return { ...Object(value), [first]: next };
}
