/** 3 minutes for each (S52): soft, without a sound, and nobody is cut off. */
export const SPEAKING_MS = 180_000;

export interface SpeakingLook {
  /** 2:05; after that 慢慢说 instead of minus. */
  clock: string;
  over: boolean;
  said: string;
}

/** @param since when this one began, epoch ms. */
export function speakingLook(since: number, now: number): SpeakingLook {
  const left = Math.max(0, Math.ceil((SPEAKING_MS - (now - since)) / 1000));
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return { clock, over: left === 0, said: left === 0 ? '三分钟到了，说完这句，听听下一位' : '还能说' };
}
