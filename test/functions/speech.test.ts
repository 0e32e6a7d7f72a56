import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LIMITS } from '../../miniprogram/contract/limits';
import { type SpeechProvider, startSpeechProvider } from '../support/speech-provider';
import { newRid, type Town, town } from '../support/town';
import { upload } from '../support/upload';
import { wish } from './wish';

describe('speech to text', () => {
  let provider: SpeechProvider;
  let t: Town;
  before(async () => {
    provider = await startSpeechProvider();
    t = await town({ environment: { RS_SPEECH: provider.variable } });
  });
  after(async () => {
    await t.close();
    await provider.close();
  });

  const hear = async (rid = newRid()) =>
    (
      await t
        .as('elder')
        .call('speech.hear', { fileId: await upload(t, 'elder', 'recordings', rid, 'a spoken sentence') })
    ).words;

  test('is off unless the operator has a provider: nothing is sent anywhere, and phones are told', async () => {
    const quiet = await town();
    try {
      const fileId = await upload(quiet, 'elder', 'recordings', newRid(), 'a spoken sentence');
      assert.deepEqual(await quiet.as('elder').call('speech.hear', { fileId }), { words: '' });
      assert.equal((await quiet.as('elder').call('home.get', { communityId: null })).hears, false);
      assert.equal(provider.calls.length, 0);
    } finally {
      await quiet.close();
    }
  });

  test('the provider is handed a signed request with an address of the recording that works, for the dialect of the place', async () => {
    provider.words = ' 家里灯坏了 ';
    assert.equal((await t.as('elder').call('home.get', { communityId: null })).hears, true);
    assert.equal(await hear(), '家里灯坏了');
    const { headers, body } = provider.calls.at(-1) ?? assert.fail('it was not asked');
    assert.equal(headers['x-tc-action'], 'SentenceRecognition');
    assert.match(
      String(headers['authorization']),
      /^TC3-HMAC-SHA256 Credential=id\/\d{4}-\d\d-\d\d\/asr\/tc3_request/,
    );
    assert.deepEqual(
      [body['EngSerViceType'], body['SourceType'], body['VoiceFormat']],
      ['16k_zh_dialect', 0, 'mp3'],
    );
    assert.equal(await (await fetch(String(body['Url']))).text(), 'a spoken sentence');
  });

  test('a provider that fails costs nothing but the words', async () => {
    provider.words = null;
    assert.equal(await hear(), '');
  });

  test('what is too long for a sentence is cut, not refused', async () => {
    provider.words = '好'.repeat(LIMITS.sentence + 20);
    assert.equal([...(await hear())].length, LIMITS.sentence);
  });

  test('who reads the matter is told that a machine wrote the words', async () => {
    const rid = newRid();
    const fileId = await upload(t, 'elder', 'recordings', rid, 'a spoken sentence');
    const said = { ...wish, text: '家里灯坏了', audio: { fileId, seconds: 2 } };
    const { id } = await t.as('elder').call('request.submit', { ...said, heard: true }, rid);
    assert.equal((await t.as('dispatcher').call('request.get', { id })).audio?.heard, true);
  });
});
