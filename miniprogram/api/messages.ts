import type { Template } from '../contract/people';
import { call } from './call';
import { storage } from './storage';

/** WeChat asks for at most three at once on older versions. */
const AT_ONCE = 3;

const KEY = 'templates';

/** The operator’s template ids, as 首页 has last heard them from the server. */
export function rememberTemplates(templates: Readonly<Record<Template, string>>): void {
  storage.write(KEY, templates);
}

function templateId(template: Template): string {
  const kept = storage.read(KEY);
  const id: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, template) : '';
  return typeof id === 'string' ? id : '';
}

/** Whether the button 提醒我 makes sense at all: the operator has templates for one of these. */
export function canRemind(templates: readonly Template[]): boolean {
  return templates.some((template) => templateId(template) !== '');
}

/**
 * Asks WeChat for leave to send one message for each template. Only from a tap. Refusing changes nothing.
 * @returns whether at least one was allowed. @throws Refused, Unreachable when the answer could not be told.
 */
export async function askToRemind(templates: readonly Template[], rid: string): Promise<boolean> {
  const known = templates.flatMap((template) => {
    const id = templateId(template);
    return id === '' ? [] : [{ template, id }];
  });
  const asked = known.slice(0, AT_ONCE);
  if (asked.length === 0) return false;
  const reply = await request(asked.map(({ id }) => id));
  const answers = asked.flatMap(({ template, id }) => {
    const answer = reply[id];
    return isAnswer(answer) ? [{ template, answer }] : [];
  });
  if (answers.length > 0) await call('me.subscribe', { answers }, { rid });
  return answers.some(({ answer }) => answer === 'accept');
}

function request(tmplIds: string[]): Promise<Record<string, unknown>> {
  return new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds,
      success: (reply) => resolve({ ...reply }),
      // 20004: the person has switched messages off for this mini program. That is an answer, not an error.
      fail: () => resolve({}),
    });
  });
}

function isAnswer(value: unknown): value is 'accept' | 'reject' | 'ban' | 'filter' {
  return value === 'accept' || value === 'reject' || value === 'ban' || value === 'filter';
}
