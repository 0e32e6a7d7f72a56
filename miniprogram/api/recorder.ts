import { LIMITS } from '../contract/limits';

export interface Take {
  /** A temporary file: save it with `saveRecording` before it is kept in a draft. */
  path: string;
  seconds: number;
}

export type TakeFailure = 'refused' | 'short' | 'broken';

interface Listener {
  /** It records from here on: what was said before is not on it. */
  began(): void;
  taken(take: Take): void;
  failed(why: TakeFailure): void;
}

/** Shorter than this is a slip of the finger. */
const LEAST_MS = 800;

let listener: Listener | null = null;
let manager: WechatMiniprogram.RecorderManager | null = null;

/** WeChat has one recorder, and its listeners cannot be taken off: they are put on once and pass on to who records now. */
function recorder(): WechatMiniprogram.RecorderManager {
  if (manager !== null) return manager;
  const made = wx.getRecorderManager();
  made.onStart(() => {
    // The page was left before it began.
    if (listener === null) made.stop();
    else listener.began();
  });
  made.onStop(({ tempFilePath, duration }) => {
    if (duration < LEAST_MS) settle((to) => to.failed('short'));
    else settle((to) => to.taken({ path: tempFilePath, seconds: Math.max(1, Math.round(duration / 1000)) }));
  });
  made.onError(({ errMsg }) =>
    settle((to) => to.failed(/auth|privacy|permission/i.test(errMsg) ? 'refused' : 'broken')),
  );
  // A call comes in: what was said until then is kept.
  made.onInterruptionBegin(() => made.stop());
  manager = made;
  return made;
}

function settle(pass: (to: Listener) => void): void {
  const to = listener;
  listener = null;
  if (to !== null) pass(to);
}

/**
 * Leave to use the microphone: first what WeChat asks about privacy, then the microphone itself, each at most
 * once and before anything is recorded. False when either was refused, now or earlier.
 */
export async function mayRecord(): Promise<boolean> {
  return (await privacyAgreed()) && (await microphoneAllowed());
}

function privacyAgreed(): Promise<boolean> {
  return new Promise((resolve) => {
    // Before 2.32.3 WeChat has no such question.
    if (!wx.canIUse('requirePrivacyAuthorize')) return resolve(true);
    wx.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) });
  });
}

function microphoneAllowed(): Promise<boolean> {
  return new Promise((resolve) => {
    wx.authorize({ scope: 'scope.record', success: () => resolve(true), fail: () => resolve(false) });
  });
}

/** Records until `stopRecording`, at most LIMITS.audioSeconds. */
export function startRecording(to: Listener): void {
  listener = to;
  recorder().start({
    duration: LIMITS.audioSeconds * 1000,
    sampleRate: 16000,
    numberOfChannels: 1,
    encodeBitRate: 48000,
    format: 'mp3',
  });
}

export function stopRecording(): void {
  recorder().stop();
}

/** The page is left: what is being said is thrown away. */
export function abandonRecording(): void {
  if (listener === null) return;
  listener = null;
  recorder().stop();
}
