import assert from 'node:assert/strict';
import type { Phone } from './phone';
import type { Street } from './street';

/** What many stories of the school go through on the way to their own matter, by taps. */

/** Takes a seat of a class on its page. */
export async function takeSeat(phone: Phone, sessionId: string): Promise<void> {
  await phone.reLaunch(`/packages/school/session/session?id=${sessionId}`);
  await phone.tap('session-main');
  await phone.see('座给您留好了');
}

/** Two of the committee read what the office wrote and has read first (S28): only then it is public. */
export async function readThrough(street: Street, words: string): Promise<void> {
  for (const [key, word] of [
    ['committee', '复审过了'],
    ['committee-b', '终审过了'],
  ] as const) {
    const reader = await street.own(key);
    await reader.reLaunch('/packages/academic/content/content');
    await reader.tap('content-turn');
    await reader.see(words);
    await reader.tap({ word });
    await reader.see('记下了，您看过了');
  }
}

/** Two members sign what lies before the committee, each on their own phone (S26). */
export async function signedByTwo(street: Street, words: string): Promise<void> {
  for (const key of ['committee', 'committee-b']) {
    const member = await street.own(key);
    await member.reLaunch('/packages/academic/matters/matters');
    await member.tap('matters-line');
    await member.see(words);
    await member.tap({ word: '我同意' });
    await member.see('签上了');
  }
}

/** A class that is being planned: handed in by the office, reviewed by one of the committee, published. */
export async function published(street: Street, sessionId: string): Promise<void> {
  const page = `/packages/academic/class/class?id=${sessionId}`;
  const [office, committee] = [await street.own('office'), await street.own('committee')];
  for (const [phone, done] of [
    [office, '交上去了'],
    [committee, '定下了，可以发布了'],
    [office, '发布了'],
  ] as const) {
    await phone.reLaunch(page);
    await phone.tap('class-main');
    await phone.see(done);
  }
}

/** What a picker says when its wheel was turned. */
export async function pick(phone: Phone, picker: string, value: string | number): Promise<void> {
  await (await phone.find(picker)).trigger('change', { value });
}

/** The same by a word of the list that it shows, by the page's data. */
export async function pickWord(phone: Phone, picker: string, list: string, word: string): Promise<void> {
  await phone.find(picker);
  const options = (await phone.data(`view.${list}`)) as { word: string }[];
  const place = options.findIndex((option) => option.word.includes(word));
  assert.ok(place >= 0, `${word} is in ${list}`);
  await pick(phone, picker, place);
}
