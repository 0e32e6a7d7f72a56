import { RECTIFY_HINTS, type RectifyCause } from '@contract/words';
import type { ServiceRequest } from '../request/model';

/**
 * What could be better, from the causes that calls brought to light. No figure, and nothing at all
 * below `least` rated matters: a single resident is never recognisable (workflows 2.4 ④). Pure.
 */
export function hintsOf(requests: readonly ServiceRequest[], least: number): string[] {
  const rated = requests.filter(({ rating, appeal }) => rating?.level != null && appeal?.state !== 'upheld');
  if (rated.length < least) return [];
  const causes = rated.flatMap(({ rectify }) => (rectify?.cause == null ? [] : [rectify.cause]));
  const named = [...new Set<RectifyCause>(causes)];
  return named.map((cause) => RECTIFY_HINTS[cause]);
}
