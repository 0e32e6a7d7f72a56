/** What counts, if it stands beside somebody: not an hour of the clock, a seat or an amount. */
const FIGURE =
  /^(count|total|totals|solved|done|hours|minutes|times|late|rate|percent|helped|matters|share|level)$/i;
const PERSON = /^(person|personId|helper|helperId|member|teacher|name|line)$/;

/**
 * Lists in an answer in which each entry is a person and has a figure (G6): what could be put in an order.
 * Answers where they are.
 */
export function peopleWithFigures(output: unknown, at = ''): string[] {
  if (Array.isArray(output)) {
    const here = output.some((item) => isPerson(item) && hasFigure(item)) ? [`${at}[]`] : [];
    return [...here, ...output.flatMap((item) => peopleWithFigures(item, `${at}[]`))];
  }
  return Object.entries(objectOf(output)).flatMap(([key, inner]) => peopleWithFigures(inner, `${at}.${key}`));
}

/** A person is `{name, role, sample}`, or something that carries one. */
function isPerson(item: unknown): boolean {
  const entry = objectOf(item);
  if ('name' in entry && 'role' in entry) return true;
  return Object.entries(entry).some(
    ([key, inner]) => PERSON.test(key) && (key.endsWith('Id') || 'name' in objectOf(inner)),
  );
}

function hasFigure(item: unknown): boolean {
  return Object.entries(objectOf(item)).some(([key, inner]) => FIGURE.test(key) && typeof inner === 'number');
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  // Every member is read as unknown.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
