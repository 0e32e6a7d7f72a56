/**
 * What the parts of the browser phone agree on. The runtime builds one `Host`; the built-in
 * components and the `wx` object receive it and know nothing of each other.
 */

import type { AppJson } from './app-json';
import type { DataUse } from './meter';
import type { Problem } from './problem';
import type { PhoneSheet } from './project';

export type { AppJson } from './app-json';
export type { Problem } from './problem';

/** How this phone was opened; read once from the page's address. */
export interface BootConfig {
  /** Origin of the CloudBase stand-in, or '' when there is none: `wx.cloud` then fails with a name. */
  cloud: string;
  /** Opaque token that tells the stand-in which openid is calling. */
  session: string;
  /** Separates storage and files of two phones on one origin. */
  device: string;
  /** What the storage of a device holds that has not kept anything yet. */
  storage: Readonly<Record<string, unknown>>;
  /** That of `Conditions` when the phone is opened. */
  clockOffset: number;
  /** True under tests: problems are collected and thrown, animations are cut. */
  automated: boolean;
  /** `/pages/x/x?a=1`, or '' for the first page of app.json. */
  start: string;
  /** The time zone that the status bar tells, such as `Asia/Shanghai`; '' for that of the machine. */
  zone: string;
}

/** What the surroundings of a phone can change while it runs (the stage, or a test). */
export interface Conditions {
  network: 'wifi' | 'slow' | 'none';
  /** WeChat's `fontSizeSetting` in px: 16 is standard, 22 and more is large. */
  fontSize: number;
  /** Milliseconds added to the real clock: `Date.now()` inside the phone is shifted by it. */
  clockOffset: number;
  theme: 'light' | 'dark';
}

export type Query = Record<string, string>;

/** A page that is open. `instance` is the object that `Page({})` or `Component({})` code sees as `this`. */
export interface OpenPage {
  readonly id: number;
  readonly path: string;
  readonly query: Query;
  readonly instance: PageInstance;
  /** The whole page with its navigation bar. */
  readonly view: HTMLElement;
  /** The scrolling element under the navigation bar. */
  readonly scroller: HTMLElement;
  /** The page's window below the navigation bar: what is fixed in a page is fixed in it (`root-portal` goes here). */
  readonly web: HTMLElement;
  /** What `<page-meta>` says; a member left out is as if it had never been said. */
  setMeta(meta: PageMeta): void;
}

/** `<page-meta>` of one page, as it is written. */
export interface PageMeta {
  /** CSS for the `page` node. */
  pageStyle?: string;
  /** `16px`, or `system` for the font size that is set in WeChat. */
  rootFontSize?: string;
  backgroundColor?: string;
  backgroundTextStyle?: 'dark' | 'light';
}

export interface PageInstance {
  data: Record<string, unknown>;
  route: string;
  options: Query;
  setData(data: Record<string, unknown>, done?: () => void): void;
  [member: string]: unknown;
}

export interface Emitter {
  on(name: string, listener: (...args: unknown[]) => void): void;
  once(name: string, listener: (...args: unknown[]) => void): void;
  off(name: string, listener?: (...args: unknown[]) => void): void;
  emit(name: string, ...args: unknown[]): void;
}

/** Rejects with an `Error` whose message is WeChat's `errMsg` without the `name:fail ` prefix. */
export interface Router {
  stack(): readonly OpenPage[];
  current(): OpenPage | undefined;
  /** `events` listen on the channel before the opened page's code runs. */
  navigateTo(
    url: string,
    events?: Record<string, (...args: unknown[]) => void>,
  ): Promise<{ eventChannel: Emitter }>;
  redirectTo(url: string): Promise<void>;
  reLaunch(url: string): Promise<void>;
  switchTab(url: string): Promise<void>;
  navigateBack(delta: number): Promise<void>;
}

/** The phone's own furniture round the page that is on top: navigation bar, tab bar, capsule menu, pull-down. */
export interface Chrome {
  setTitle(title: string): void;
  /** Colours as WeChat takes them: `front` is '#ffffff' or '#000000'. `duration` in ms. */
  setNavigationColor(colors: { front: string; background: string; duration?: number }): void;
  setNavigationLoading(on: boolean): void;
  hideHomeButton(): void;
  /** Behind the page (seen when it is pulled down). `textStyle` is the colour of the pull-down dots. */
  setBackground(look: { color?: string; top?: string; bottom?: string; textStyle?: 'dark' | 'light' }): void;
  /** The native tab bar. Each call throws `not TabBar page` when the page on top is not a tab page. */
  readonly tabBar: {
    setBadge(index: number, text: string | null): void;
    setDot(index: number, on: boolean): void;
    setItem(index: number, item: { text?: string; iconPath?: string; selectedIconPath?: string }): void;
    setStyle(style: {
      color?: string;
      selectedColor?: string;
      backgroundColor?: string;
      borderStyle?: string;
    }): void;
    setVisible(visible: boolean, animated: boolean): void;
  };
  /** Shows the pull-down animation and calls `onPullDownRefresh`, as a finger would. */
  startPullDown(): void;
  stopPullDown(): void;
  /** Which entries the capsule's menu offers; 'shareAppMessage' and 'shareTimeline'. */
  setShareMenu(shown: string[]): void;
}

/** What a page hands over when it is shared, with the defaults filled in. */
export interface SharedMessage {
  title: string;
  /** Page path with query, without a leading slash. */
  path: string;
  imageUrl: string;
  from: 'menu' | 'button';
}

/**
 * Order of boot: `await prepareWx(host)` (it reads the device's storage and files, which `wx` answers for
 * synchronously), then `createWx(host)`, then the app's and the pages' code.
 */
export interface Host {
  /** Data URLs that `PhoneControl.showToCamera` holds in front of the camera; empty: the stage is asked. */
  readonly camera: { pictures: string[] };
  readonly chrome: Chrome;
  /**
   * Asks the page on top what it shares (`onShareAppMessage`, promises too) and shows the share sheet, as
   * the capsule's menu and `<button open-type="share">` (which passes its event target) do.
   * Resolves when the sheet is closed: to undefined when the person cancelled. Events: 'shared' (SharedMessage).
   */
  share(from: 'menu' | 'button', target?: unknown): Promise<SharedMessage | undefined>;
  /** What `wx.getLaunchOptionsSync()` answers. */
  readonly launch: LaunchOptions;
  /** What `wx.getEnterOptionsSync()` answers; changes when the mini program is opened again by a code or a share. */
  enter(): LaunchOptions;
  readonly boot: BootConfig;
  readonly conditions: Conditions;
  /** Called after `conditions` changed. Returns the function that stops it. */
  onConditions(listener: (now: Conditions) => void): () => void;
  /** The phone's glass: everything is inside it, `position: relative; overflow: hidden`. */
  readonly frame: HTMLElement;
  /** Above every page: toasts, dialogs, sheets, wheels, camera. */
  readonly overlay: HTMLElement;
  readonly router: Router;
  /** The page that a DOM node is in; undefined for the phone's own furniture and after the page was closed. */
  pageOf(node: Node): OpenPage | undefined;
  readonly appJson: AppJson;
  report(problem: Problem): void;
  readonly problems: readonly Problem[];
  /** Turns a path of the project or a temporary path (`wxfile://…`, `cloud://…` excluded) into a URL the browser can load. */
  resolveAsset(source: string, from?: string): string;
  /** Registered by the `wx` object: temporary and user files by `wxfile://` path. */
  files: Map<string, Blob>;
  /**
   * App-wide events: appShow, appHide, error, unhandledRejection, pageNotFound, themeChange …
   * `agreePrivacyAuthorization` (element id) is emitted by the button of that open-type when it is tapped.
   */
  readonly events: Emitter;
}

export interface LaunchOptions {
  /** Without a leading slash. */
  path: string;
  query: Query;
  scene: number;
  referrerInfo: Record<string, unknown>;
  apiCategory: string;
}

/** A picture that a camera held in front of another phone or a poster would see. */
export interface Sight {
  title: string;
  /** Anything that can be drawn on a canvas. */
  image: CanvasImageSource;
  width: number;
  height: number;
}

/** What the stage puts on its own `window.__stage`; a phone finds it at `window.parent.__stage`, when there is one. */
export interface Stage {
  /** Codes that are visible now on other phones and posters. */
  sights(asking: Window): Promise<Sight[]>;
}

/** What the phone puts on its `window.__phone` for the stage, the automator relay and tests. */
export interface PhoneControl {
  readonly ready: Promise<void>;
  readonly host: Host;
  setConditions(change: Partial<Conditions>): void;
  problems(): Problem[];
  /** A test's camera: the next scans see these pictures (data URLs) instead of the stage. */
  showToCamera(pictures: string[]): void;
  /** Canvases and images on the glass now, for the other phone's camera. */
  visibleCodes(): Sight[];
  /** Opens a path as WeChat does after a code was scanned from outside. */
  open(path: string): Promise<void>;
  /** The person leaves for the home screen (App.onHide) or comes back (App.onShow). */
  setForeground(on: boolean): void;
  /** Resolves when what the device was told to keep is on its disk: to be awaited before the phone is opened again. */
  written(): Promise<void>;
  /** Style sheets that were saved, by unit. False when the phone has to be opened again to take them. */
  restyle(changed: Readonly<Record<string, PhoneSheet>>): boolean;
  /** What `setData` has carried since this was last asked. */
  dataUse(): DataUse;
}
