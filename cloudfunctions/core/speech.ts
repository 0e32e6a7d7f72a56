import { askTencent, type TencentAccount } from './tencent';

/**
 * Speech to text: an optional provider, off by default. What somebody says is kept as a recording
 * whatever happens; the words are only a help for reading (people.md story 1).
 */
export interface Speech {
  readonly on: boolean;
  /** The words of a recording of at most 60 s; `now` in epoch ms. @throws when the provider does not answer in time. */
  hear(url: string, now: number): Promise<string>;
}

export const noSpeech: Speech = { on: false, hear: () => Promise.reject(new Error('no provider of speech')) };

/** What `RS_SPEECH` configures. */
export interface TencentSpeech extends TencentAccount {
  /** `16k_zh_dialect` hears 黑龙江话 too; `16k_zh` is Mandarin alone. */
  engine: string;
}

export const TENCENT_DEFAULTS = {
  engine: '16k_zh_dialect',
  endpoint: 'https://asr.tencentcloudapi.com/',
} as const;

/** Tencent Cloud's 一句话识别 (SentenceRecognition, 2019-06-14). */
export function tencentSpeech({ engine, ...account }: TencentSpeech): Speech {
  return {
    on: true,
    async hear(url, now) {
      const params = { EngSerViceType: engine, SourceType: 0, VoiceFormat: 'mp3', Url: url };
      const call = { service: 'asr', action: 'SentenceRecognition', version: '2019-06-14', params } as const;
      return (await askTencent(account, call, 'Result', now)).trim();
    },
  };
}
