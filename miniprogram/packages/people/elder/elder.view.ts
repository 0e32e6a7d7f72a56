import type { OutputOf } from '../../../contract/actions';
import { type RequestLine, requestLine } from '../../../lib/request-line';

export interface ElderLook {
  name: string;
  sample: boolean;
  open: RequestLine[];
  ended: RequestLine[];
}

/** @param now by the server's clock, epoch ms */
export function elderLook(output: OutputOf<'family.matters'>, now: number): ElderLook {
  return {
    name: output.name === '' ? '老人' : output.name,
    sample: output.sample,
    open: output.open.map((card) => requestLine(card, now)),
    ended: output.ended.map((card) => requestLine(card, now)),
  };
}
