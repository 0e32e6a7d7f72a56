/**
 * The code of a seat that its owner holds up at the door: a plain one with the 座号 in words, so that any other
 * camera that reads it tells its holder no more than they know.
 */
export const seatCodeOf = (number: string): string => `座号 ${number}`;

/** The four digits of a seat's code, or null when it is another code. */
export function seatInCode(content: string): string | null {
  return /^座号 (\d{4})$/.exec(content.trim())?.[1] ?? null;
}
