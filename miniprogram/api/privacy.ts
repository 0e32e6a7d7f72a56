/**
 * WeChat asks the mini program to explain what it needs, once, before the first thing that touches personal data
 * (rules.md 4.3). The page that is in front shows `<rs-privacy />`; agreeing is a tap on the button made for it.
 * Somebody who refuses loses that one thing: nothing else of the mini program waits for the answer.
 */
export type PrivacyAnswer = 'shown' | 'agree' | 'disagree';
export type Asker = (api: string, answer: (said: PrivacyAnswer) => void) => void;

/** Id of the button that was tapped: WeChat looks whether it was. */
export const AGREE_BUTTON = 'rs-agree-privacy';

const EVENTS: Readonly<Record<PrivacyAnswer, object>> = {
  shown: { event: 'exposureAuthorization' },
  agree: { event: 'agree', buttonId: AGREE_BUTTON },
  disagree: { event: 'disagree' },
};

/** Of pages that are open, the one in front last. */
let askers: readonly Asker[] = [];

export function watchPrivacy(): void {
  // Before 2.32.3 WeChat has no such question.
  if (!wx.canIUse('onNeedPrivacyAuthorization')) return;
  // WeChat hands over `resolve` and `{referrer}`; its typings know of neither.
  wx.onNeedPrivacyAuthorization((...given: unknown[]) => {
    const [resolve, info] = given;
    if (typeof resolve !== 'function') return;
    const answer = (said: PrivacyAnswer): void => void resolve(EVENTS[said]);
    const asker = askers[askers.length - 1];
    // Nobody there to explain it: not without a word.
    if (asker === undefined) answer('disagree');
    else asker(referrer(info), answer);
  });
}

function referrer(info: unknown): string {
  const api: unknown = typeof info === 'object' && info !== null ? Reflect.get(info, 'referrer') : '';
  return typeof api === 'string' ? api : '';
}

/** In front from now on. */
export function inFront(asker: Asker): void {
  askers = [...askers.filter((one) => one !== asker), asker];
}

export function gone(asker: Asker): void {
  askers = askers.filter((one) => one !== asker);
}

export interface PrivacyState {
  /** Still to be agreed to. */
  needed: boolean;
  /** 《…隐私保护指引》; '' where WeChat does not say. */
  contract: string;
}

export function privacyState(): Promise<PrivacyState> {
  return new Promise((resolve) => {
    const unknown = { needed: false, contract: '' };
    if (!wx.canIUse('getPrivacySetting')) return resolve(unknown);
    wx.getPrivacySetting({
      success: ({ needAuthorization, privacyContractName }) =>
        resolve({ needed: needAuthorization, contract: privacyContractName }),
      fail: () => resolve(unknown),
    });
  });
}
