import type { Page } from 'playwright-core';
import type { PhoneAgent } from './phone';

/** How long a dialog may be on its way. */
const PATIENCE_MS = 2000;

/** What `native()` presses of WeChat's own interface, and where it is on the glass. */
const BUTTONS: Readonly<Record<string, string>> = {
  confirmModal: '.phone-modal__confirm',
  cancelModal: '.phone-modal__cancel',
  authorizeAllow: '.phone-permission__allow',
  authorizeCancel: '.phone-permission__refuse',
  shareConfirm: '.phone-menu-item:text-is("发送")',
  shareCancel: '.phone-menu-item:text-is("取消")',
  navigateLeft: '.phone-view:not([hidden]) .phone-nav-left',
};

/** @throws Error with the name of what is not there to be pressed, or not to be had on this phone. */
export async function pressNative(
  glass: Page,
  agent: PhoneAgent,
  method: unknown,
  data: unknown,
): Promise<void> {
  if (method === 'switchTab') {
    await agent.ask('App.callWxMethod', { method, args: [data] });
    return;
  }
  const selector = typeof method === 'string' && Object.hasOwn(BUTTONS, method) ? BUTTONS[method] : undefined;
  if (selector === undefined) throw new Error(`native ${String(method)} is not supported by this phone`);
  // The last one lies on top.
  const button = glass.locator(selector).last();
  try {
    await button.tap({ timeout: PATIENCE_MS });
  } catch {
    throw new Error(`native ${String(method)}: there is nothing of this kind on the glass`);
  }
}
