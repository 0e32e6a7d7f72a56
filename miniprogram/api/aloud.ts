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

/** What may be read aloud: the server makes the sentence. `danger` is fetched beforehand (`device/danger-aloud.ts`). */
export type Aloud = 'home' | 'request' | 'session' | 'coming' | 'menu' | 'confirm' | 'danger';

/** @param subject id of the matter, the class or, for the menu, the community; '' for none @throws Refused, Unreachable */
export function readAloud(about: Aloud, subject: string): Promise<OutputOf<'aloud.home'>> {
  switch (about) {
    case 'request':
    case 'session':
      return call(`aloud.${about}`, { id: subject });
    case 'menu':
      return call('aloud.menu', { communityId: subject === '' ? null : subject });
    default:
      return call(`aloud.${about}`, {});
  }
}
