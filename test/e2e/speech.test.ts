import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type SpeechProvider, startSpeechProvider } from '../support/speech-provider';
import { allow } from './support/permission';
import type { Phone } from './support/phone';
import { openStreet, type Street } from './support/street';

describe('a street whose operator has speech to text', () => {
  let provider: SpeechProvider;
  let street: Street;
  before(async () => {
    provider = await startSpeechProvider();
    street = await openStreet({ environment: { RS_SPEECH: provider.variable } });
  });
  after(async () => {
    await street.close();
    await provider.close();
  });

  /** From 首页, without a keyboard. */
  async function speak(phone: Phone): Promise<void> {
    await phone.reLaunch('/pages/home/home');
    await phone.tap({ word: '说话' });
    await phone.at('packages/service/say/say');
    await phone.tap('speak >>> [aria-role=button]');
    // WeChat asks about privacy, then for the microphone; both answered, one taps once more.
    await allow(phone);
    if (!(await phone.words()).includes('在听')) await phone.tap('speak >>> [aria-role=button]');
    await phone.see('在听');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await phone.tap('speak >>> [aria-role=button]');
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
});
