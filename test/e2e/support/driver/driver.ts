import type { Page as Glass } from 'playwright-core';
import type { Problem } from '../../../../local/phone/runtime/problem';
import type { Element, MiniProgram, Page } from '../client';

/** What is round the mini program: `fontSize` in px, `clockOffset` in ms. */
export interface Conditions {
  network?: 'none' | 'wifi' | 'slow';
  fontSize?: number;
  clockOffset?: number;
}

/**
 * What a journey needs of a phone beside the protocol that all of them speak. The phone in the browser does all
 * of it; WeChat's developer tools do what `miniprogram-automator` lets them, and refuse the rest with its name.
 */
export interface Driver {
  readonly name: 'the phone in the browser' | 'DevTools';
  /** The unmodified client. */
  readonly mini: MiniProgram;
  /** The browser's page, for what is not the mini program's. */
  readonly glass: Glass;
  /** All that fit, in components too. `a >>> b`: b in a, however many components lie between. */
  findAll(scope: Page | Element, selector: string): Promise<Element[]>;
  /** The words of the dialogs and sheets over the page. */
  overlayWords(): Promise<string>;
  /** Presses a button of WeChat's own dialog or sheet. */
  answer(word: string): Promise<void>;
  /** Presses a tab of the bar at the bottom. */
  tab(word: string): Promise<void>;
  conditions(change: Conditions): Promise<void>;
  /** Pictures (data URLs) in front of the camera. */
  showToCamera(pictures: readonly string[]): Promise<void>;
  /** Opens a page as for a code that was scanned outside. */
  openCode(path: string): Promise<void>;
  foreground(on: boolean): Promise<void>;
  /** Starts the mini program anew on the same phone. */
  restart(): Promise<void>;
  problems(): Promise<Problem[]>;
  shot(file: string): Promise<void>;
  close(): Promise<void>;
}
