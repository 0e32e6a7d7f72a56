/** wx.getBackgroundAudioManager, and the functions with `BackgroundAudio` in their names that came before it. */
import type { Host } from '../../runtime/host';
import { type Api, ApiFailure, asyncApis } from '../api';
import { Listeners } from '../base/listeners';
import type { Kit } from '../kit';
import { number, requiredText, text } from '../options';
import { InnerAudioContext } from './player';

/** What the system's player shows of the sound; a title is required. */
const ABOUT = ['title', 'epname', 'singer', 'coverImgUrl', 'webUrl', 'protocol', 'referrerPath', 'audioType'];

/** Of the system's player: here the keys of the computer and the browser's own list of sounds. */
const KEYS = { nexttrack: 'Next', previoustrack: 'Prev' } as const;

export function backgroundAudioApis({ host }: Kit): Api {
  let manager: Manager | undefined;
  const only = (): Manager => {
    manager ??= new Manager(host);
    return manager;
  };
  const old = Object.fromEntries(['Play', 'Pause', 'Stop'].map((name) => [name, new Listeners()]));
  return {
    getBackgroundAudioManager: () => only().exposed,
    ...Object.assign(
      {},
      ...Object.entries(old).map(([name, heard]) => heard.named(`BackgroundAudio${name}`)),
    ),
    ...asyncApis(host, {
      playBackgroundAudio(options) {
        const { exposed } = only().passOn(old);
        exposed.title = text(options, 'title') || '背景音乐';
        exposed.coverImgUrl = text(options, 'coverImgUrl');
        exposed.src = requiredText(options, 'dataUrl');
        return undefined;
      },
      pauseBackgroundAudio: () => only().do('pause'),
      stopBackgroundAudio: () => only().do('stop'),
      seekBackgroundAudio: (options) => only().do('seek', number(options, 'position', 0)),
      getBackgroundAudioPlayerState() {
        const { src, duration, currentTime, paused } = only().exposed;
        // 2: nothing is there to be played.
        if (!src) return { status: 2 };
        return {
          status: paused ? 0 : 1,
          duration,
          currentPosition: currentTime,
          downloadPercent: 100,
          dataUrl: src,
        };
      },
    }),
  };
}

class Manager {
  /** The object that the mini program holds. */
  readonly exposed: Api;
  private readonly player: InnerAudioContext;
  private readonly about: Record<string, unknown> = Object.fromEntries(ABOUT.map((name) => [name, '']));
  private passes = false;

  constructor(host: Host) {
    this.player = new InnerAudioContext(host);
    this.exposed = this.player.exposed();
    for (const name of ABOUT) {
      Object.defineProperty(this.exposed, name, {
        enumerable: true,
        get: () => this.about[name],
        set: (value: unknown) => {
          this.about[name] = value;
        },
      });
    }
    Object.defineProperty(this.exposed, 'src', {
      enumerable: true,
      get: () => this.player.opened,
      set: (value: unknown) => this.begin(String(value ?? '')),
    });
    for (const [key, name] of Object.entries(KEYS)) {
      const listeners = new Listeners();
      Object.assign(this.exposed, listeners.named(name));
      // The browser's names of its keys are a closed list.
      navigator.mediaSession.setActionHandler(key as keyof typeof KEYS, () => listeners.emit());
    }
    const modes: unknown = host.appJson.requiredBackgroundModes;
    const goesOn = Array.isArray(modes) && modes.includes('audio');
    // Without that word in app.json the sound ends with the mini program.
    if (!goesOn) host.events.on('appHide', () => void this.do('pause'));
  }

  do(method: 'pause' | 'stop' | 'seek', ...given: number[]): undefined {
    // The player made it: these three are functions.
    (this.exposed[method] as (...given: number[]) => void)(...given);
    return undefined;
  }

  /** The old events, once somebody has used the old functions. */
  passOn(old: Readonly<Record<string, Listeners>>): this {
    if (!this.passes) {
      for (const [name, heard] of Object.entries(old)) this.player.on(name, () => heard.emit());
    }
    this.passes = true;
    return this;
  }

  /** A new `src` is played at once. */
  private begin(source: string): void {
    if (source !== '' && !this.about.title)
      throw new ApiFailure('setBackgroundAudioState:fail title is nil!');
    this.player.open(source);
    if (source === '') return;
    const { title, epname: album, singer: artist } = this.about;
    navigator.mediaSession.metadata = new MediaMetadata({
      title: String(title),
      album: String(album),
      artist: String(artist),
    });
    this.player.play();
  }
}
