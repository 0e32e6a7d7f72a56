import type { SessionView } from '../contract/school';
import { FACULTY_BATCHES } from '../contract/words';
import { joined } from './text';

/** Who teaches: by name once the name may be said (S33–S36), before that where they come from. */
export function teacherWord({ name, batch, source }: SessionView['teacher']): string {
  return name ?? joined(FACULTY_BATCHES[batch], source);
}
