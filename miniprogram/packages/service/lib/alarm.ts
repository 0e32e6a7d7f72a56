import { dangerIn } from '../said/danger';

/** Looks at what is being typed, and opens 危急 at once (visual.md 12.5). One for each page. */
export interface Alarm {
  /**
   * @param calm words that were said to be no emergency
   * @returns the word for which 危急 was opened: coming back from there means 不是急事. `null`: nothing to fear.
   */
  heed(text: string, calm: readonly string[]): string | null;
  /** From onShow: the page is back. */
  rest(): void;
}

export function alarm(): Alarm {
  let ringing = false;
  return {
    heed(text, calm) {
      const danger = ringing ? null : dangerIn(text, calm);
      if (danger === null) return null;
      ringing = true;
      wx.navigateTo({ url: `/packages/service/emergency/emergency?word=${encodeURIComponent(danger.word)}` });
      return danger.word;
    },
    rest() {
      ringing = false;
    },
  };
}
