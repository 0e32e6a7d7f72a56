/** wx.createInnerAudioContext over the browser's audio element. */
import type { Host } from '../../runtime/host';
import { type Api, asyncApis } from '../api';
import { Listeners } from '../base/listeners';
import type { Kit } from '../kit';
import { addressOf } from '../net/address';

/** WeChat's error codes by the browser's. */
const ERROR_CODES: Record<number, number> = { 1: 10001, 2: 10002, 3: 10004, 4: 10003 };

const EVENTS = [
  'Canplay',
  'Play',
  'Pause',
  'Stop',
  'Ended',
  'TimeUpdate',
  'Error',
  'Waiting',
  'Seeking',
  'Seeked',
] as const;

export function playerApis({ host }: Kit): Api {
  return {
    createInnerAudioContext: () => new InnerAudioContext(host).exposed(),
    createWebAudioContext: () => new AudioContext(),
    // Mixing with other apps, and the mute switch: this phone has neither.
    ...asyncApis(host, { setInnerAudioOption: () => undefined }),
  };
}

/** A sound that a mini program plays; each has its own, the background has one. */
export class InnerAudioContext {
  private readonly host: Host;
  private readonly audio = new Audio();
  private readonly listeners = Object.fromEntries(EVENTS.map((name) => [name, new Listeners()]));
  private source = '';
  private startTime = 0;
  private stopping = false;
  /** `play` was called, and neither `pause` nor `stop` since. */
  private wanted = false;

  constructor(host: Host) {
    this.host = host;
    const { audio } = this;
    const forward = (dom: string, name: (typeof EVENTS)[number]): void =>
      audio.addEventListener(dom, () => this.emit(name));
    audio.addEventListener('loadedmetadata', () => {
      if (this.startTime > 0) audio.currentTime = this.startTime;
    });
    forward('canplay', 'Canplay');
    forward('play', 'Play');
    forward('ended', 'Ended');
    forward('timeupdate', 'TimeUpdate');
    forward('waiting', 'Waiting');
    forward('seeking', 'Seeking');
    forward('seeked', 'Seeked');
    audio.addEventListener('pause', () => {
      // The browser pauses at the end too; WeChat tells only of the end.
      if (audio.ended) return;
      this.emit(this.stopping ? 'Stop' : 'Pause');
      this.stopping = false;
    });
    audio.addEventListener('error', () => this.fail(ERROR_CODES[audio.error?.code ?? 0] ?? -1));
  }

  /** The object that the mini program holds. */
  exposed(): Api {
    const { audio } = this;
    const methods: Api = {
      play: () => this.play(),
      pause: () => {
        this.wanted = false;
        audio.pause();
      },
      stop: () => this.stop(),
      seek: (seconds: number) => {
        audio.currentTime = seconds;
      },
      destroy: () => this.destroy(),
    };
    for (const name of EVENTS) Object.assign(methods, this.listeners[name]?.named(name));
    return Object.defineProperties(methods, {
      src: {
        get: () => this.source,
        set: (value: unknown) => this.open(String(value ?? '')),
        enumerable: true,
        // The background's begins to play.
        configurable: true,
      },
      startTime: {
        get: () => this.startTime,
        set: (value: number) => {
          this.startTime = value;
        },
        enumerable: true,
      },
      autoplay: property(audio, 'autoplay'),
      loop: property(audio, 'loop'),
      volume: property(audio, 'volume'),
      playbackRate: property(audio, 'playbackRate'),
      obeyMuteSwitch: { value: true, writable: true, enumerable: true },
      referrerPolicy: { value: 'no-referrer', writable: true, enumerable: true },
      currentTime: { get: () => audio.currentTime, enumerable: true },
      duration: { get: () => (Number.isFinite(audio.duration) ? audio.duration : 0), enumerable: true },
      paused: { get: () => audio.paused, enumerable: true },
      buffered: {
        get: () => (audio.buffered.length > 0 ? audio.buffered.end(audio.buffered.length - 1) : 0),
        enumerable: true,
      },
    });
  }

  /** The source as it was given. */
  get opened(): string {
    return this.source;
  }

  on(name: string, listener: () => void): void {
    this.listeners[name]?.on(listener);
  }

  open(source: string): void {
    this.source = source;
    if (source === '') this.audio.removeAttribute('src');
    else if (source.startsWith('cloud://')) void this.openCloudFile(source);
    else this.audio.src = this.host.resolveAsset(source);
  }

  /** The address of a cloud file has to be asked for; a `play` meanwhile is done when it is there. */
  private async openCloudFile(source: string): Promise<void> {
    this.audio.removeAttribute('src');
    try {
      const address = await addressOf(this.host, source);
      // The program may have changed its mind meanwhile.
      if (this.source !== source) return;
      this.audio.src = address;
      if (this.wanted) this.play();
    } catch (error) {
      this.fail(10002, error instanceof Error ? error.message : String(error));
    }
  }

  play(): void {
    this.wanted = true;
    if (!this.audio.hasAttribute('src')) return;
    this.audio.play().catch((error: unknown) => {
      // AbortError: paused or given another source before it could begin; the program asked for that itself.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      // A source that cannot be read is told by the element's own error event.
      if (this.audio.error) return;
      this.fail(10001, error instanceof Error ? error.message : String(error));
    });
  }

  private stop(): void {
    this.wanted = false;
    if (this.audio.paused) {
      this.audio.currentTime = 0;
      this.emit('Stop');
      return;
    }
    this.stopping = true;
    this.audio.pause();
    this.audio.currentTime = 0;
  }

  private destroy(): void {
    for (const name of EVENTS) this.listeners[name]?.off();
    this.audio.pause();
    this.audio.removeAttribute('src');
  }

  private fail(errCode: number, detail = this.source): void {
    this.listeners.Error?.emit({ errCode, errMsg: `createInnerAudioContext:fail ${detail}` });
  }

  private emit(name: (typeof EVENTS)[number]): void {
    this.listeners[name]?.emit({});
  }
}

function property(
  audio: HTMLAudioElement,
  name: 'autoplay' | 'loop' | 'volume' | 'playbackRate',
): PropertyDescriptor {
  return {
    get: () => audio[name],
    set: (value: unknown) => Object.assign(audio, { [name]: value }),
    enumerable: true,
  };
}
