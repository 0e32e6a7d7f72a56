import { LIMITS } from '../../../../contract/limits';

/** One seat a line of names; more names than seats ask for more seats. '' for who has no name given. */
export function namesOf(text: string, size: string): string[] {
  const names = text
    .split(/[\n，,、]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const seats = Math.max(Number(size) || 0, names.length);
  return Array.from({ length: seats }, (_, place) => names[place] ?? '');
}

/** What is missing of 支部一起报名, '' when nothing is. */
export function wrongGroup(branch: string, names: readonly string[]): string {
  if (branch.trim() === '') return '写上是哪个支部';
  const fits = names.length >= 1 && names.length <= LIMITS.groupSeats;
  return fits ? '' : `写上几座，一回最多 ${LIMITS.groupSeats} 座`;
}
