import { clip } from '../../../lib/text';
import { dangerIn } from '../said/danger';
import { soundsLike } from '../said/danger-ear';

/** Looks at what is being typed, and opens 危急 at once (visual.md 12.5). One for each page. */
export interface Alarm {
  /**
   * @param calm words that were said to be no emergency
   * @returns the word for which 危急 was opened: coming back from there means 不是急事. `null`: nothing to fear.
   */
  heed(text: string, calm: readonly string[]): string | null;
  /** The same for a finished sentence, which is also heard by what it sounds like. */
  finish(text: string, calm: readonly string[]): string | null;
  /** From onShow: the page is back. */
  rest(): void;
}

/** As much of a sentence as the page shows and the desk reads. */
const LONGEST = 20;

export function alarm(): Alarm {
  let ringing = false;
  const ringFor = (word: string) => {
    ringing = true;
    wx.navigateTo({ url: `/packages/service/emergency/emergency?word=${encodeURIComponent(word)}` });
    return word;
  };
  const heed = (text: string, calm: readonly string[]) => {
    const danger = ringing ? null : dangerIn(text, calm);
    return danger === null ? null : ringFor(danger.word);
  };
  return {
    heed,
    finish(text, calm) {
      const word = heed(text, calm);
      const whole = clip(text.trim(), LONGEST);
      // Who has set one danger aside has seen the page: only what is a word of danger opens it again.
      if (word !== null || ringing || calm.length > 0 || soundsLike(whole) === null) return word;
      return ringFor(whole);
    },
    rest() {
      ringing = false;
    },
  };
}
