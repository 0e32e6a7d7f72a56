import type { InputOf } from '../contract/actions';
import type { Template } from '../contract/people';
import { Unreachable } from './failures';

/** `off`: nothing could be asked, see `WHERE_TO_SWITCH_ON`. */
export type Leave = 'yes' | 'no' | 'off';

export const WHERE_TO_SWITCH_ON = '微信里把这儿的消息关了。想要提醒，点右上角“…”，进“设置”打开';

/** What asking needs from the phone; `wx` stays behind it, so that tests can give WeChat's answers. */
export interface LeaveWires {
  /** The operator's id, '' for none. */
  templateId(template: Template): string;
  /** WeChat's dialog; rejects with its failure. */
  dialog(ids: string[]): Promise<object>;
  tell(input: InputOf<'me.subscribe'>): Promise<unknown>;
}

/** WeChat asks for at most three at once on older versions. */
const AT_ONCE = 3;
/** WeChat's main switch: the person has turned off every message of this mini program. */
const SWITCHED_OFF = 20004;

/** @throws Refused, Unreachable when it could not be asked or told */
export async function askLeave(wires: LeaveWires, templates: readonly Template[]): Promise<Leave> {
  const asked = templates
    .map((template) => ({ template, id: wires.templateId(template) }))
    .filter(({ id }) => id !== '')
    .slice(0, AT_ONCE);
  if (asked.length === 0) return 'no';
  const reply = await answered(
    wires,
    asked.map(({ id }) => id),
  );
  if (reply === 'off') return 'off';
  const answers = asked.flatMap(({ template, id }) => {
    const answer: unknown = Reflect.get(reply, id);
    return isAnswer(answer) ? [{ template, answer }] : [];
  });
  if (answers.length > 0) await wires.tell({ answers });
  return answers.some(({ answer }) => answer === 'accept') ? 'yes' : 'no';
}

/** The switch is an answer. Anything else is our trouble (no network, a template that is not there), never a no. */
async function answered(wires: LeaveWires, ids: string[]): Promise<object | 'off'> {
  try {
    return await wires.dialog(ids);
  } catch (failure) {
    const code: unknown = Reflect.get(Object(failure), 'errCode');
    if (code === SWITCHED_OFF) return 'off';
    throw new Unreachable('cloud', failure);
  }
}

function isAnswer(value: unknown): value is 'accept' | 'reject' | 'ban' | 'filter' {
  return value === 'accept' || value === 'reject' || value === 'ban' || value === 'filter';
}
