/** One recording while it is made. */
export interface Take {
  pause(): void;
  resume(): void;
  /** Ends it. `seconds` is how long it ran without its pauses. */
  finish(seconds: number): Promise<Blob>;
}

/** How the mini program wants the sound. */
export interface Format {
  sampleRate: number;
  channels: number;
}
