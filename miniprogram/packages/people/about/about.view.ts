import type { Operator } from '../../../config/operator';
import { known } from '../../../lib/text';

export interface AboutLine {
  key: string;
  value: string;
}

/** G13: who runs it, its filing numbers, and when its content was last looked through. */
export function aboutLines(operator: Operator, version: string): AboutLine[] {
  return [
    { key: '主办', value: known(operator.organisation) },
    { key: '使用', value: known(operator.tenant) },
    { key: '政务应用备案编号', value: known(operator.filingNo) },
    { key: 'ICP 备案号', value: known(operator.icpNo) },
    { key: '内容更新', value: known(operator.updatedOn) },
    { key: '版本', value: version === '' ? '开发版' : version },
  ];
}
