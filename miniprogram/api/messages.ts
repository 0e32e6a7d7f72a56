import type { Template } from '../contract/people';
import { load } from './cache';
import { call, Refused, Unreachable } from './call';
import { askLeave, type Leave } from './leave';
import { storage } from './storage';

const KEY = 'templates';

/** The operator’s template ids, as 首页 has last heard them from the server. */
export function rememberTemplates(templates: Readonly<Record<Template, string>>): void {
  storage.write(KEY, templates);
}

/** Who came by a code or a neighbour's link has not seen 首页: they are offered 提醒我 like everybody else. */
export async function learnTemplates(communityId: string | null): Promise<void> {
  if (storage.read(KEY) instanceof Object) return;
  try {
    const { output } = await load('home.get', { communityId });
    rememberTemplates(output.templates);
  } catch (failure) {
    // No button for now; the page is asked anew when it is shown again.
    if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
  }
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
 * @returns `yes` when at least one was allowed. @throws Refused, Unreachable when it could not be asked or told.
 */
export function askToRemind(templates: readonly Template[], rid: string): Promise<Leave> {
  return askLeave({ templateId, dialog, tell: (input) => call('me.subscribe', input, { rid }) }, templates);
}

function dialog(tmplIds: string[]): Promise<object> {
  return new Promise((resolve, reject) => {
    wx.requestSubscribeMessage({ tmplIds, success: resolve, fail: reject });
  });
}
