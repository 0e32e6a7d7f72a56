/** Who runs this mini program (rules G13). `null` is shown as 待填写 until the operator fills it in. */
export interface Operator {
  /** 主办单位 */
  organisation: string | null;
  /** 承办 / 使用单位 */
  tenant: string | null;
  /** 政务应用备案编号 */
  filingNo: string | null;
  /** ICP 备案号 */
  icpNo: string | null;
  /** 投诉建议电话 */
  complaintPhone: string | null;
  /** 内容更新日期, `2026-01-31` */
  updatedOn: string | null;
}

export const OPERATOR: Operator = {
  organisation: null,
  tenant: '麻山区街道党校',
  filingNo: null,
  icpNo: null,
  complaintPhone: null,
  updatedOn: null,
};
