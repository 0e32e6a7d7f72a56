import { askTencent, type TencentAccount } from './tencent';

/**
 * Text to speech: an optional provider, off by default. Whoever cannot read the essential sentence hears it;
 * without it nothing is missing from a page (visual.md: sound only on request).
 */
export interface Voice {
  readonly on: boolean;
  /**
   * An mp3 as base64; `id` marks this one call, `now` in epoch ms.
   * @throws when the provider does not answer in time, or with what is no short sound
   */
  say(text: string, id: string, now: number): Promise<string>;
}

export const noVoice: Voice = { on: false, say: () => Promise.reject(new Error('no provider of a voice')) };

/** What `RS_VOICE` configures. */
export interface TencentVoice extends TencentAccount {
  /** Number of the voice in the provider's list. */
  voice: number;
  /** -1 is four fifths of the ordinary speed. */
  speed: number;
}

export const VOICE_DEFAULTS = {
  voice: 101001,
  speed: -1,
  endpoint: 'https://tts.tencentcloudapi.com/',
} as const;

/** The provider takes 150 characters at once. */
export const LONGEST_SAID = 150;
/** Of base64: more than a minute of speech at 32 kbit/s; what is longer was not our sentence. */
const LARGEST = 400_000;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Tencent Cloud's 基础语音合成 (TextToVoice, 2019-08-23). */
export function tencentVoice({ voice, speed, ...account }: TencentVoice): Voice {
  return {
    on: true,
    async say(text, id, now) {
      const params = {
        ...{ Text: text, SessionId: id, VoiceType: voice, Speed: speed },
        ...{ ModelType: 1, SampleRate: 16000, Codec: 'mp3' },
      };
      const call = { service: 'tts', action: 'TextToVoice', version: '2019-08-23', params } as const;
      const audio = await askTencent(account, call, 'Audio', now);
      if (audio.length > LARGEST || !BASE64.test(audio)) throw new Error('tts: no short sound');
      return audio;
    },
  };
}
