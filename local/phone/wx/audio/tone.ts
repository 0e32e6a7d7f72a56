import type { Format, Take } from './take';
import { wavFile } from './wav';

const PITCHES_HZ = [392, 440, 523, 440];
const NOTE_SECONDS = 0.4;
const VOLUME = 0.18;

/** Stands in for a microphone: a soft row of notes, as long as the recording ran. */
export function recordTone(format: Format): Take {
  return {
    pause: () => undefined,
    resume: () => undefined,
    finish: (seconds) => {
      const sound = notes(seconds, format.sampleRate);
      const channels = Array.from({ length: format.channels }, () => sound);
      return Promise.resolve(wavFile(channels, format.sampleRate));
    },
  };
}

function notes(seconds: number, sampleRate: number): Float32Array {
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  for (const index of samples.keys()) {
    const time = index / sampleRate;
    const pitch = PITCHES_HZ[Math.floor(time / NOTE_SECONDS) % PITCHES_HZ.length] ?? 440;
    const within = (time % NOTE_SECONDS) / NOTE_SECONDS;
    samples[index] = Math.sin(2 * Math.PI * pitch * time) * Math.sin(Math.PI * within) * VOLUME;
  }
  return samples;
}
