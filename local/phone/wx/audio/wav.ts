/** Sound as a WAV file of 16-bit samples, which every browser plays and every service reads. */
export function wavFile(channels: readonly Float32Array[], sampleRate: number): Blob {
  const frames = channels[0]?.length ?? 0;
  const count = channels.length;
  const data = new DataView(new ArrayBuffer(44 + frames * count * 2));
  const word = (offset: number, text: string): void => {
    for (const [index, letter] of [...text].entries()) data.setUint8(offset + index, letter.charCodeAt(0));
  };
  word(0, 'RIFF');
  data.setUint32(4, 36 + frames * count * 2, true);
  word(8, 'WAVEfmt ');
  data.setUint32(16, 16, true);
  data.setUint16(20, 1, true);
  data.setUint16(22, count, true);
  data.setUint32(24, sampleRate, true);
  data.setUint32(28, sampleRate * count * 2, true);
  data.setUint16(32, count * 2, true);
  data.setUint16(34, 16, true);
  word(36, 'data');
  data.setUint32(40, frames * count * 2, true);
  let offset = 44;
  for (let frame = 0; frame < frames; frame += 1) {
    for (const channel of channels) {
      const sample = Math.max(-1, Math.min(1, channel[frame] ?? 0));
      data.setInt16(offset, Math.round(sample * 0x7fff), true);
      offset += 2;
    }
  }
  return new Blob([data], { type: 'audio/wav' });
}
