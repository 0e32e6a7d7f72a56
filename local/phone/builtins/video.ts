import { builtIn, numberOr } from './shared/define.js';
import { make } from './shared/dom.js';
import { register } from './shared/registry.js';
import { loadable } from './shared/source.js';

const properties = {
  src: '',
  duration: 0,
  controls: true,
  danmuList: null,
  danmuBtn: false,
  enableDanmu: false,
  autoplay: false,
  loop: false,
  muted: false,
  initialTime: 0,
  pageGesture: false,
  direction: null,
  showProgress: true,
  showFullscreenBtn: true,
  showPlayBtn: true,
  showCenterPlayBtn: true,
  enableProgressGesture: true,
  objectFit: 'contain',
  poster: '',
  showMuteBtn: false,
  title: '',
  playBtnPosition: 'bottom',
  enablePlayGesture: false,
  autoPauseIfNavigate: true,
  autoPauseIfOpenNative: true,
  vslideGesture: false,
  vslideGestureInFullscreen: true,
  showBottomProgress: true,
  adUnitId: '',
  posterForCrawler: '',
  showCastingButton: false,
  pictureInPictureMode: null,
  enableAutoRotation: false,
  showScreenLockButton: false,
  showSnapshotButton: false,
  showBackgroundPlaybackButton: false,
  backgroundPoster: '',
  referrerPolicy: 'no-referrer',
  isDrm: false,
  isLive: false,
  preferredPeakBitRate: 0,
};

/** The browser's own player, without WeChat's bullet screen, casting and DRM. */
export const video = builtIn('video', properties, (self) => {
  const { component, dom, data, host, fire } = self;
  const player = make('video', 'phone-video', { playsinline: '', preload: 'metadata' });
  dom.append(player);
  const address = async (source: string, set: (url: string) => void): Promise<void> => {
    if (source === '') return set('');
    try {
      set(await loadable(host, component, source));
    } catch (error) {
      fire('error', { errMsg: error instanceof Error ? error.message : String(error) });
    }
  };
  const look = (): void => {
    player.controls = data.controls;
    player.loop = data.loop;
    player.muted = data.muted;
    player.autoplay = data.autoplay;
    player.style.objectFit = data.objectFit;
    player.setAttribute('aria-label', data.title || '视频');
  };
  const time = () => ({ currentTime: player.currentTime, duration: player.duration });
  const details: Readonly<Record<string, () => object>> = {
    play: () => ({}),
    pause: () => ({}),
    ended: () => ({}),
    timeupdate: time,
    waiting: () => ({}),
    loadedmetadata: () => ({
      width: player.videoWidth,
      height: player.videoHeight,
      duration: player.duration,
    }),
    progress: () => ({ buffered: buffered(player) }),
    error: () => ({ errMsg: player.error?.message ?? 'failed to load' }),
    seeking: () => ({ position: player.currentTime }),
    seeked: () => ({ position: player.currentTime }),
  };
  for (const [type, detail] of Object.entries(details)) {
    const name = type === 'seeking' || type === 'seeked' ? 'seekcomplete' : type;
    if (type !== 'seeking') player.addEventListener(type, () => fire(name, detail()));
  }
  player.addEventListener('loadedmetadata', () => {
    if (data.initialTime > 0) player.currentTime = data.initialTime;
  });
  player.addEventListener('fullscreenchange', () =>
    fire('fullscreenchange', { fullScreen: document.fullscreenElement === player, direction: 'vertical' }),
  );
  register.context(component, () => videoContext(player, (errMsg) => fire('error', { errMsg })));
  self.onDetach(() => player.pause());
  look();
  const looks = Object.fromEntries(
    ['controls', 'loop', 'muted', 'autoplay', 'objectFit', 'title'].map((name) => [name, look]),
  );
  return {
    changed: {
      ...looks,
      src: () => void address(data.src, (url) => setOrRemove(player, 'src', url)),
      poster: () => void address(data.poster, (url) => setOrRemove(player, 'poster', url)),
    },
  };
});

/** VideoContext, as far as a browser's player can follow it. */
function videoContext(player: HTMLVideoElement, failed: (errMsg: string) => void): object {
  const play = async (): Promise<void> => {
    try {
      await player.play();
    } catch (error) {
      // Paused or given another source meanwhile; and a source that cannot be read is told by the player's event.
      if (player.error || (error instanceof DOMException && error.name === 'AbortError')) return;
      failed(error instanceof Error ? error.message : String(error));
    }
  };
  return {
    play: () => void play(),
    pause: () => player.pause(),
    stop() {
      player.pause();
      player.currentTime = 0;
    },
    seek: (seconds: unknown) => {
      player.currentTime = numberOr(seconds, 0);
    },
    playbackRate: (rate: unknown) => {
      player.playbackRate = numberOr(rate, 1);
    },
    requestFullScreen: () => void player.requestFullscreen(),
    exitFullScreen: () => void document.exitFullscreen(),
  };
}

function setOrRemove(dom: Element, name: string, value: string): void {
  if (value === '') dom.removeAttribute(name);
  else dom.setAttribute(name, value);
}

/** Percent of the video that is there. */
function buffered(player: HTMLVideoElement): number {
  const { buffered: ranges, duration } = player;
  return ranges.length === 0 || !(duration > 0) ? 0 : (ranges.end(ranges.length - 1) / duration) * 100;
}
