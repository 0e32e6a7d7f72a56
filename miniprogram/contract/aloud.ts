import type { Nothing, Read } from './kinds';

/** 念给我听: a sentence that the server made for this reader, and the sound of it. */
export interface ReadAloud {
  /** What is said, to follow with the eyes. */
  words: string;
  /** mp3, base64. */
  audio: string;
}

/**
 * The phone names what is read, never the words: nobody can have anything said in the street's name, and nothing that
 * somebody typed, no name, telephone number, doorplate or 敲门码 goes to the provider (`home/read-aloud/words.ts`).
 * VOICE_OFF where the operator has none, VOICE_DOWN when it fails.
 */
export type AloudActions = {
  /** What waits for this person, as on 首页. */
  'aloud.home': Read<Nothing, ReadAloud>;
  /** How far a matter is. */
  'aloud.request': Read<{ id: string }, ReadAloud>;
  /** What, when, where, and one's own seat. */
  'aloud.session': Read<{ id: string }, ReadAloud>;
  /** Who comes today, by their office, and when. */
  'aloud.coming': Read<Nothing, ReadAloud>;
  /** How many classes can be ordered, the first of them, and how. */
  'aloud.menu': Read<{ communityId: string | null }, ReadAloud>;
  /** What the page 对一下 asks for; never what was said there. */
  'aloud.confirm': Read<Nothing, ReadAloud>;
  /** What the page of danger tells; the phone fetches it beforehand, so that nobody waits for it there. */
  'aloud.danger': Read<Nothing, ReadAloud>;
};
