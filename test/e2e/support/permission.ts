import { eventually, PATIENCE_MS } from './eventually';
import type { Phone, Target } from './phone';

/** Answers what is asked before the microphone: about privacy by the mini program, then by WeChat about the microphone. */
export async function allow(phone: Phone): Promise<void> {
  await phone.tap('privacy-agree');
  const button = phone.glass.locator('.phone-permission__allow');
  await button.tap({ timeout: PATIENCE_MS });
  await button.waitFor({ state: 'detached', timeout: PATIENCE_MS });
}

/** The microphone of this phone takes its time until it records. */
export async function slowMicrophone(phone: Phone, ms: number): Promise<void> {
  await phone.glass.evaluate((wait) => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wanted) => {
      await new Promise((resolve) => setTimeout(resolve, wait));
      return ask(wanted);
    };
  }, ms);
}

/** Speaks for a good second into a microphone that was never used before: agreed on the way, it goes on by itself. */
export async function speakInto(phone: Phone, microphone: Target): Promise<void> {
  await phone.tap(microphone);
  await allow(phone);
  await spoken(phone);
  await phone.tap(microphone);
}

/** A shorter recording is taken for a slip of the finger. */
export async function spoken(phone: Phone): Promise<void> {
  await eventually('a second was spoken', async () => {
    const words = await phone.words();
    if (!/[1-9]\d* 秒，最多说/.test(words)) throw new Error(words.replace(/\s+/g, ' '));
  });
}
