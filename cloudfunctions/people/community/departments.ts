/**
 * Departments that may be asked to join (吹哨, workflows 2.3). The seed names none: these are samples
 * until the operator configures them, and are shown as such.
 */
export const DEPARTMENTS: readonly { id: string; name: string }[] = [
  { id: 'urban', name: '城管部门（样例）' },
  { id: 'heating', name: '供热部门（样例）' },
  { id: 'fire', name: '消防部门（样例）' },
];
