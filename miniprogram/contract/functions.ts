/**
 * What reads a month or a whole desk: paperwork, plans, numbers, joining records, or waits for a voice. It takes long or much memory, or few people ask
 * for it; everybody else's calls stay quick (DESIGN section 2). The first word of an action's name decides, so
 * that the actions of one aggregate are answered in one place.
 */
const REPORT_SUBJECTS: ReadonlySet<string> = new Set([
  'aloud',
  'archive',
  'burden',
  'committee',
  'joining',
  'ledger',
  'matter',
  'numbers',
  'operations',
  'paper',
  'plan',
  'policy',
  'rights',
]);

export type DeployedFunction = 'api' | 'report';

/** The deployed function that answers this action. */
export function functionOf(action: string): DeployedFunction {
  const [subject = ''] = action.split('.');
  return REPORT_SUBJECTS.has(subject) ? 'report' : 'api';
}
