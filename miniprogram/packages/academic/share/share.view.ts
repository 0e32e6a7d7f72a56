import type { ResourceLine } from '../../../contract/sharing';
import { joined, known, UNKNOWN } from '../../../lib/text';

export interface ShareLine {
  id: string;
  title: string;
  text: string;
  sample: boolean;
}

/** Teaching points first, then teachers (S7). */
export function shareParts(items: readonly ResourceLine[]): { title: string; lines: ShareLine[] }[] {
  const lines = (kind: ResourceLine['kind']) =>
    items
      .filter((one) => one.kind === kind)
      .map(({ id, name, ownerOrg, sharedWith, sample }) => ({
        id,
        title: known(name),
        text:
          ownerOrg || sharedWith.length
            ? joined(`谁家的：${ownerOrg || UNKNOWN}`, `谁能用：${sharedWith.join('、') || UNKNOWN}`)
            : `谁家的、谁能用：${UNKNOWN}`,
        sample,
      }));
  return [
    { title: '教学点', lines: lines('venue') },
    { title: '讲师', lines: lines('teacher') },
  ].filter((part) => part.lines.length > 0);
}

/** 建国社区，第二社区 → two names. */
export function namesIn(text: string): string[] {
  return text
    .split(/[，,、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
