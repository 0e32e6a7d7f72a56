import type { Phone } from './phone';

/** Answers what is asked before the microphone: about privacy by the mini program, then by WeChat about the microphone. */
export async function allow(phone: Phone): Promise<void> {
  await phone.tap('privacy-agree');
  const button = phone.glass.locator('.phone-permission__allow');
  await button.waitFor({ timeout: 3_000 });
  await button.tap();
  await new Promise((resolve) => setTimeout(resolve, 400));
}
