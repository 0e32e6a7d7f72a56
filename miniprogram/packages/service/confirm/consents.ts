import { needsConsent, needsHealthConsent } from '../said/input';
import type { Said } from '../said/said';

/** Consent to telephone and address, given once on this phone. */
const CONTACT_KEY = 'consent:contact';

/** What is asked about on its own before it leaves the phone (rules.md 4.2): 身体的事 first, then telephone and address. */
export type Asks = 'health' | 'contact' | '';

export function asksAbout(said: Said): Asks {
  if (needsHealthConsent(said)) return 'health';
  return needsConsent(said) && wx.getStorageSync(CONTACT_KEY) !== true ? 'contact' : '';
}

export function agreeToContact(): void {
  wx.setStorageSync(CONTACT_KEY, true);
}
