import type { Phone } from './phone';

/** Answers what WeChat asks before the microphone: about privacy, then about the microphone itself. */
export async function allow(phone: Phone): Promise<void> {
  const button = phone.glass.locator('.phone-permission__allow');
  for (let asked = 0; asked < 2; asked += 1) {
    await button.waitFor({ timeout: 3_000 });
    await button.tap();
    await new Promise((resolve) => setTimeout(resolve, 400));
    if ((await button.count()) === 0) return;
  }
}
