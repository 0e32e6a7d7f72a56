import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY } from '../../cloudfunctions/core/calendar';
import { type Town, town } from '../support/town';
import { startVoiceProvider, TONE, type VoiceProvider } from '../support/voice-provider';
import { wish } from './wish';

describe('reading aloud', () => {
  let provider: VoiceProvider;
  let t: Town;
  before(async () => {
    provider = await startVoiceProvider();
    t = await town({ environment: { RS_VOICE: provider.variable }, instances: 1 });
  });
  after(async () => {
    await t.close();
    await provider.close();
  });

  const last = () => provider.calls.at(-1) ?? assert.fail('it was not asked');
  /** What people type in this file, and whatever says who and where. */
  const typed = /头发|齐耳|周六|挺短|样例|402|\d{4,}|\*/;
  const publication = { title: '剪头发', publicText: '一位老人想理发', category: 'elder_care' } as const;

  test('is off unless the operator has a provider: refused by name, nothing is sent anywhere, phones are told', async () => {
    const quiet = await town();
    try {
      assert.equal((await quiet.as('elder').refused('aloud.home', {})).code, 'VOICE_OFF');
      assert.equal((await quiet.as('elder').call('home.get', { communityId: null })).aloud, false);
      assert.equal(provider.calls.length, 0);
    } finally {
      await quiet.close();
    }
  });

  test('[P3] the provider is handed a signed request with the sentence, slower than one speaks, and its mp3 comes back', async () => {
    assert.equal((await t.as('resident').call('home.get', { communityId: null })).aloud, true);
    const { words, audio } = await t.as('resident').call('aloud.session', { id: 's-table' });
    assert.equal(audio, TONE);
    const { headers, body } = last();
    assert.equal(headers['x-tc-action'], 'TextToVoice');
    assert.match(
      String(headers['authorization']),
      /^TC3-HMAC-SHA256 Credential=id\/\d{4}-\d\d-\d\d\/tts\/tc3_request/,
    );
    assert.deepEqual([body['Text'], body['Codec'], body['Speed']], [words, 'mp3', -1]);
    assert.match(words, /点/, 'when it is');
  });

  test('of a matter the state is said and who works on it by their office: nothing that somebody typed leaves the street', async () => {
    const elder = t.as('elder');
    const { id } = await elder.call('request.submit', wish);
    assert.match((await elder.call('aloud.request', { id })).words, /^您这件事，交上来了。社区正在核对/);
    await t.as('dispatcher').call('request.ask', { id, text: '头发多长？' });
    assert.match(
      (await elder.call('aloud.request', { id })).words,
      /等您一句话。.*社区想问您的话，写在这一页上/,
    );
    await elder.call('request.answer', { id, text: '齐耳' });
    await t.as('dispatcher').call('request.publish', { id, ...publication });
    await t.as('member').call('request.claim', { id, promisedFor: t.clock.now() + DAY });
    assert.match((await elder.call('aloud.request', { id })).words, /有人接了。.*在办。说好明天前办。/);
    await t.as('member').call('request.contact', { id, note: '约在周六' });
    await t.as('member').call('request.deliver', { id, note: '剪得挺短' });
    assert.match((await elder.call('aloud.request', { id })).words, /您说办好了，才算办好。.*红色的按钮/);
    assert.match((await elder.call('aloud.home', {})).words, /您交的事，等您一句话/);
    for (const { body } of provider.calls.filter(({ body }) => String(body['Text']).includes('事，')))
      assert.doesNotMatch(String(body['Text']), typed);
  });

  test('whom a matter does not concern hears nothing of it, and nothing is asked of the provider', async () => {
    const { id } = await t.as('elder').call('request.submit', wish);
    const before = provider.calls.length;
    assert.equal((await t.as('resident').refused('aloud.request', { id })).code, 'NOT_FOUND');
    assert.equal((await t.as('resident').refused('aloud.session', { id: 'nothing' })).code, 'NOT_FOUND');
    assert.equal(provider.calls.length, before);
  });

  test('the phone names what is read, it cannot bring words of its own', async () => {
    // Sent by hand: the contract does not let a phone say this.
    const forged: { id: string } = Object.assign({ id: 's-table' }, { text: '别的话' });
    assert.equal((await t.as('resident').refused('aloud.session', forged)).code, 'INVALID_INPUT');
  });

  test('one’s own seat is part of what is said of a class', async () => {
    const member = t.as('member');
    const card = (
      await member.call('session.list', { program: null, venueId: null, communityId: null, after: null })
    ).items.find(({ state, left, mine }) => state === 'open' && left > 0 && mine.is === 'none');
    assert.ok(card, 'a class with a free seat');
    const { id } = card;
    assert.doesNotMatch((await member.call('aloud.session', { id })).words, /座给您留好了/);
    await member.call('session.take', { id });
    assert.match((await member.call('aloud.session', { id })).words, /座给您留好了，来不了退一下就行/);
  });

  test('a voice that fails, or answers with what is no short sound, is named', async () => {
    for (const sound of [null, '', 'no base64!', 'A'.repeat(400_001)]) {
      provider.sound = sound;
      assert.equal((await t.as('host').refused('aloud.home', {})).code, 'VOICE_DOWN');
    }
    provider.sound = TONE;
    assert.equal((await t.as('host').call('aloud.home', {})).audio, TONE);
  });

  test('[P3] who comes is said without name and code, the menu by its titles, 对一下 and danger in words that are always the same', async () => {
    const elder = t.as('elder');
    const coming = (await elder.call('aloud.coming', {})).words;
    assert.match(coming, /对敲门码|先别开/);
    assert.doesNotMatch(coming, typed);
    const { items } = await elder.call('course.menu', {
      ...{ track: null, group: null, method: null, program: null },
      communityId: 'jianguo',
    });
    const menu = (await elder.call('aloud.menu', { communityId: 'jianguo' })).words;
    assert.ok(menu.startsWith(`有 ${items.length} 门课能点。`));
    assert.ok(menu.includes(items[0]?.title ?? '?'), 'the nearest first, as on the page');
    const confirm = await elder.call('aloud.confirm', {});
    assert.equal((await t.as('resident').call('aloud.confirm', {})).words, confirm.words);
    assert.match((await t.as('resident').call('aloud.danger', {})).words, /最上头.*打电话/);
  });

  test('each is paid for: who presses without end is told when it goes on, and can still look around', async () => {
    for (let n = 0; n < 20; n += 1) await t.as('auditor').call('aloud.home', {});
    const before = provider.calls.length;
    const refusal = await t.as('auditor').refused('aloud.home', {});
    assert.equal(refusal.code, 'TOO_MANY');
    assert.equal(provider.calls.length, before);
    await t.as('auditor').call('home.get', { communityId: null });
  });
});
