/**
 * wx.getRecorderManager. It records with the computer's microphone; without one it makes a short row of notes,
 * says so on the glass, and keeps real time all the same. Recordings are WAV files.
 */
import { type Api, ApiFailure, isRecord, type Options } from '../api';
import { Listeners } from '../base/listeners';
import type { Kit } from '../kit';
import { number } from '../options';
import { showNotice } from '../ui/notice';
import { recordMicrophone } from './microphone';
import type { Format, Take } from './take';
import { recordTone } from './tone';

const DEFAULT_DURATION_MS = 60_000;
const LONGEST_MS = 600_000;
const NO_MICROPHONE = '没有可用的麦克风，录下的是一段提示音';

interface Recording {
  take: Take;
  /** Milliseconds before the last resume, and when that was (undefined while paused). */
  before: number;
  since: number | undefined;
  limit: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  hideNotice: () => void;
}

export function recorderApis(kit: Kit): Api {
  const { host, files, permissions, privacy } = kit;
  const events = {
    Start: new Listeners(),
    Pause: new Listeners(),
    Resume: new Listeners(),
    Stop: new Listeners(),
    Error: new Listeners(),
    FrameRecorded: new Listeners(),
    InterruptionBegin: new Listeners(),
    InterruptionEnd: new Listeners(),
  };
  let recording: Recording | undefined;
  /** Commands one after the other: a `stop` that comes while permission is asked waits for its `start`. */
  let queue: Promise<void> = Promise.resolve();

  function enqueue(command: () => void | Promise<void>): void {
    queue = queue.then(command).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      const extra = error instanceof ApiFailure ? error.extra : {};
      if (!(error instanceof ApiFailure)) host.report({ kind: 'wx', message: `recorder: ${reason}` });
      events.Error.emit({ errMsg: `operateRecorder:fail ${reason}`, ...extra });
    });
  }

  async function start(options: Options): Promise<void> {
    if (recording) throw new ApiFailure("audio is recording, don't start record again");
    if (options.frameSize !== undefined) throw new ApiFailure('frameSize is not supported by this phone');
    const limit = number(options, 'duration', DEFAULT_DURATION_MS);
    if (limit <= 0 || limit > LONGEST_MS) throw new ApiFailure('parameter error: duration is out of range');
    const format = formatOf(options);
    await privacy.require('RecorderManager.start');
    await permissions.require('scope.record');
    const microphone = await recordMicrophone(format);
    recording = {
      take: microphone ?? recordTone(format),
      before: 0,
      since: performance.now(),
      limit,
      timer: undefined,
      hideNotice: microphone ? () => undefined : showNotice(host, NO_MICROPHONE),
    };
    limitTime(recording);
    events.Start.emit({});
  }

  function limitTime(now: Recording): void {
    clearTimeout(now.timer);
    now.timer = setTimeout(() => enqueue(() => stop(now)), now.limit - now.before);
  }

  function pause(): void {
    const now = running();
    if (now.since === undefined) throw new ApiFailure('recorder is paused');
    now.before += performance.now() - now.since;
    now.since = undefined;
    clearTimeout(now.timer);
    now.take.pause();
    events.Pause.emit({});
  }

  function resume(): void {
    const now = running();
    if (now.since !== undefined) throw new ApiFailure('recorder is not paused');
    now.since = performance.now();
    now.take.resume();
    limitTime(now);
    events.Resume.emit({});
  }

  /** `only`: the time limit of one recording must not end the next. */
  async function stop(only?: Recording): Promise<void> {
    if (only && only !== recording) return;
    const now = running();
    recording = undefined;
    clearTimeout(now.timer);
    now.hideNotice();
    const duration = Math.round(now.before + (now.since === undefined ? 0 : performance.now() - now.since));
    const sound = await now.take.finish(duration / 1000);
    const tempFilePath = await files.addTemporaryBlob(sound, 'wav');
    events.Stop.emit({ tempFilePath, duration, fileSize: sound.size });
  }

  function running(): Recording {
    if (!recording) throw new ApiFailure('recorder not start');
    return recording;
  }

  const manager: Api = {
    start: (options: unknown) => enqueue(() => start(isRecord(options) ? options : {})),
    pause: () => enqueue(pause),
    resume: () => enqueue(resume),
    stop: () => enqueue(() => stop()),
  };
  for (const [name, listeners] of Object.entries(events)) manager[`on${name}`] = listeners.only;
  return { getRecorderManager: () => manager };
}

function formatOf(options: Options): Format {
  return {
    sampleRate: number(options, 'sampleRate', 8000),
    channels: number(options, 'numberOfChannels', 2),
  };
}
