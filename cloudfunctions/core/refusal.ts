import { REFUSALS, type RefusalCode, type RefusalDetail, type RefusalReply } from '@contract/errors';

/** A named refusal: thrown anywhere, turned into the reply in one place (`dispatch`). */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly detail: RefusalDetail;

  constructor(code: RefusalCode, detail: RefusalDetail = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }

  reply(): RefusalReply {
    return { code: this.code, says: REFUSALS[this.code], ...this.detail };
  }
}

export function refuse(code: RefusalCode, detail?: RefusalDetail): never {
  throw new Refusal(code, detail);
}
