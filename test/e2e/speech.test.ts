import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type SpeechProvider, startSpeechProvider } from '../support/speech-provider';
import { startVoiceProvider, TONE, type VoiceProvider } from '../support/voice-provider';
import { speakInto } from './support/permission';
import type { Phone } from './support/phone';
import { openStreet, type Street } from './support/street';

describe('a street whose operator has speech to text and a voice', () => {
  let provider: SpeechProvider;
  let voice: VoiceProvider;
  let street: Street;
  before(async () => {
    provider = await startSpeechProvider();
    voice = await startVoiceProvider();
    const environment = { RS_SPEECH: provider.variable, RS_VOICE: voice.variable };
    street = await openStreet({ environment });
  });
  after(async () => {
    await street.close();
    await provider.close();
    await voice.close();
  });

  /** From 首页, without a keyboard. */
  async function speak(phone: Phone): Promise<void> {
    await phone.reLaunch('/pages/home/home');
    await phone.tap({ word: '说话' });
    await phone.at('packages/service/say/say');
    await speakInto(phone, 'speak >>> [aria-role=button]');
  }

  test('what was said stands there to be read, is sorted by itself, and goes up with the voice', async () => {
    provider.words = '想剪头发，下不了楼';
    const phone = await street.phone('elder', { device: 'speaks' });
    await speak(phone);
    await phone.at('packages/service/confirm/confirm');
    await phone.see('想剪头发');
    await phone.see('机器听写的');
    await phone.tap('confirm-submit');
    await phone.at('packages/service/request/request');
    const id = String((await phone.mini.currentPage())?.query.id);
    const view = await street.town.as('dispatcher').call('request.get', { id });
    assert.deepEqual([view.text, view.audio?.heard], ['想剪头发，下不了楼', true]);
  });

  test('danger in what was understood does not queue', async () => {
    provider.words = '我胸口疼，喘不上气';
    const phone = await street.phone('resident', { device: 'danger' });
    await speak(phone);
    await phone.at('packages/service/emergency/emergency');
    await phone.see('120');
  });

  test('a provider that understands nothing leaves the voice as it is', async () => {
    provider.words = null;
    const phone = await street.phone('daughter', { device: 'silent' });
    await speak(phone);
    await phone.see('原话存下了');
    await phone.gone('confirm-hearing');
    await phone.tap('confirm-submit');
    await phone.at('packages/service/request/request');
  });

  test('[P3] 念给我听 says what stands on the page, stops at a press and when the page is left, and says when it cannot', async () => {
    const phone = await street.phone('resident', { device: 'listens', elder: 'large' });
    await phone.see('念给我听');
    await phone.tap('read-aloud');
    await phone.see({ test: 'read-aloud-note' });
    await phone.see('停');
    await phone.tap('read-aloud');
    await phone.see('念给我听');
    await phone.gone('read-aloud-note');

    await phone.goto('/packages/school/session/session?id=s-table');
    await phone.tap('read-aloud');
    // The words stand there while they are said.
    await phone.see('楼道堆物怎么管。');
    // Not the last one: what was stopped on 首页 may reach the voice after it.
    const said = voice.calls.map(({ body }) => String(body['Text']));
    assert.match(said.join('\n'), /^楼道堆物怎么管。今天晚上 6 点半，在/m);
    await phone.goto('/packages/school/venues/venues');
    await phone.back();
    await phone.see('念给我听', 2_000);
    await phone.gone('read-aloud-note');

    voice.sound = null;
    await phone.tap('read-aloud');
    await phone.see('这会儿念不出来');
    voice.sound = 'AAAA';
    await phone.tap('read-aloud');
    await phone.see('这会儿放不出来');
    voice.sound = TONE;

    // In danger nothing is fetched: 首页 has kept the sentence, and it is said without a network.
    await phone.network('none');
    const asked = voice.calls.length;
    await phone.goto('/packages/service/emergency/emergency');
    await phone.tap('read-aloud');
    await phone.see('别慌，这样的事不排队。');
    assert.equal(voice.calls.length, asked);
    await phone.network('wifi');
  });
});
