import type { Format, Take } from './take';
import { wavFile } from './wav';

/**
 * Begins a recording with the computer's microphone; undefined when it has none or the browser keeps it.
 * The result is a WAV file in the wanted format: what a browser records by itself (WebM) no phone would make.
 */
export async function recordMicrophone(format: Format): Promise<Take | undefined> {
  const stream = await openMicrophone();
  if (!stream) return undefined;
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
  await started(recorder);
  return {
    pause: () => recorder.pause(),
    resume: () => recorder.resume(),
    async finish() {
      await stopped(recorder);
      for (const track of stream.getTracks()) track.stop();
      return toWav(new Blob(parts, { type: recorder.mimeType }), format);
    },
  };
}

async function openMicrophone(): Promise<MediaStream | undefined> {
  // Absent outside of a secure context.
  if (!navigator.mediaDevices) return undefined;
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (error) {
    // NotFoundError, NotAllowedError, NotReadableError: there is no microphone to be had.
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

function started(recorder: MediaRecorder): Promise<void> {
  return new Promise((resolve, reject) => {
    recorder.addEventListener('start', () => resolve(), { once: true });
    recorder.addEventListener('error', () => reject(new Error('the microphone failed')), { once: true });
    recorder.start();
  });
}

function stopped(recorder: MediaRecorder): Promise<void> {
  return new Promise((resolve) => {
    recorder.addEventListener('stop', () => resolve(), { once: true });
    recorder.stop();
  });
}

async function toWav(recorded: Blob, format: Format): Promise<Blob> {
  if (recorded.size === 0) return wavFile([new Float32Array(0)], format.sampleRate);
  const decoder = new OfflineAudioContext(format.channels, 1, format.sampleRate);
  const decoded = await decoder.decodeAudioData(await recorded.arrayBuffer());
  const frames = Math.max(1, Math.round(decoded.duration * format.sampleRate));
  const context = new OfflineAudioContext(format.channels, frames, format.sampleRate);
  const source = context.createBufferSource();
  source.buffer = decoded;
  source.connect(context.destination);
  source.start();
  const mixed = await context.startRendering();
  const channels = Array.from({ length: format.channels }, (_, index) => mixed.getChannelData(index));
  return wavFile(channels, format.sampleRate);
}
