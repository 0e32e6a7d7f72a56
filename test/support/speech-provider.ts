import { startTencent, type TencentStandIn } from './tencent-stand-in';

/** Stands in for 一句话识别: hears what the test says it does. */
export interface SpeechProvider extends TencentStandIn {
  /** What it understands next; `null`: it answers with an error of its own. */
  words: string | null;
}

export async function startSpeechProvider(): Promise<SpeechProvider> {
  const standIn = await startTencent(() =>
    provider.words === null
      ? { Error: { Code: 'FailedOperation.ErrorRecognize', Message: 'no' } }
      : { Result: provider.words, AudioDuration: 2380 },
  );
  const provider: SpeechProvider = { ...standIn, words: '' };
  return provider;
}
