/** Keys in the order they are drawn, three a line; '' is a gap, `back` takes the last digit away. */
export const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0', 'back'];

/** What stands in the four boxes after a key. */
export function press(digits: string, key: string): string {
  if (key === 'back') return digits.slice(0, -1);
  return /^\d$/.test(key) && digits.length < 4 ? digits + key : digits;
}
