import { startTencent, type TencentStandIn } from './tencent-stand-in';

/** Stands in for 基础语音合成: whatever it is given, it answers with a tone. */
export interface VoiceProvider extends TencentStandIn {
  /** What it answers with, as base64; `null`: an error of its own. */
  sound: string | null;
}

export async function startVoiceProvider(): Promise<VoiceProvider> {
  const standIn = await startTencent(() =>
    provider.sound === null
      ? { Error: { Code: 'InternalError', Message: 'no' } }
      : { Audio: provider.sound, SessionId: 'sample' },
  );
  const provider: VoiceProvider = { ...standIn, sound: TONE };
  return provider;
}

/** 220 Hz for twelve seconds, so that it does not end by itself while a test looks: a WAV, which a browser plays under any name. */
export const TONE = tone(12).toString('base64');

function tone(seconds: number): Buffer {
  const rate = 8_000;
  const samples = Buffer.alloc(seconds * rate, 0);
  for (let at = 0; at < samples.length; at += 1)
    samples[at] = 128 + Math.round(40 * Math.sin((2 * Math.PI * 220 * at) / rate));
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}
