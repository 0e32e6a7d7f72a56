import type { OutputOf } from '../contract/actions';
import { call } from './call';
import { storage } from './storage';

const KEY = 'aloud';

/** Whether the operator has a voice, as 首页 has last heard it from the server. */
export function rememberVoice(on: boolean): void {
  storage.write(KEY, on);
}

export function hasVoice(): boolean {
  return storage.read(KEY) === true;
}

/** What may be read aloud: the server makes the sentence. */
export type Aloud = 'home' | 'request' | 'session';

/** @param id of the matter or class, '' for 首页 @throws Refused, Unreachable */
export function readAloud(about: Aloud, id: string): Promise<OutputOf<'aloud.home'>> {
  return about === 'home' ? call('aloud.home', {}) : call(`aloud.${about}`, { id });
}
