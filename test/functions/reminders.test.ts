import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { WxError } from '../../local/cloud';
import { type ProofTown, proofTown } from '../proof/support/proof-town';
import { wish } from './wish';

/** What becomes of a message when WeChat does not take it (rules.md 4.6). Ten in the morning. */
describe('messages that WeChat does not take', () => {
  let t: ProofTown;
  before(async () => {
    t = await proofTown();
  });
  after(() => t.close());
  beforeEach(() => t.begin());

  const left = (key: string) => {
    const [person] = t.store.find('persons', { _id: `sample_${key}` }).documents;
    return Number(Reflect.get(Object(person?.['consents']), 'progress') ?? 0);
  };
  /** The desk declines a wish of this person; answers how WeChat was knocked at and what the message says of it. */
  async function declined(key: string) {
    const { id } = await t.as(key).call('request.submit', { ...wish, text: '想换个灯泡' });
    await t.as('dispatcher').call('request.decline', { id, reason: '没有这样的灯泡', whereTo: '五金店' });
    const link = `/packages/service/request/request?id=${id}`;
    const [message] = t.store.find('inbox', { personId: `sample_${key}`, link }).documents;
    const push: unknown = message?.['push'];
    return { state: String(Reflect.get(Object(push), 'state')), callback: message?.['callback'] };
  }
  const inbox = async (key: string) => (await t.as(key).call('me.inbox', { after: null })).items.length;
  const toCall = async () =>
    (await t.as('dispatcher').call('desk.callbacks', { communityId: null })).items.length;

  test('only an accepted dialog adds to the ledger; reject, ban and filter leave it', async () => {
    for (const [answer, more] of [
      ['reject', 0],
      ['ban', 0],
      ['filter', 0],
      ['accept', 1],
    ] as const) {
      const earlier = left('resident');
      await t.as('resident').call('me.subscribe', { answers: [{ template: 'progress', answer }] });
      assert.equal(left('resident') - earlier, more, answer);
    }
  });

  for (const code of [43101, 43107, 43108, 20004, 40003])
    test(`${code}: the news is in the inbox, the ledger is emptied, an elder is to be telephoned and WeChat is not asked in vain again`, async () => {
      let knocks = 0;
      const back = t.openApi.respond('subscribeMessage.send', () => {
        knocks += 1;
        throw new WxError(code, 'refused');
      });
      try {
        assert.equal(left('elder'), 9);
        assert.deepEqual(await declined('elder'), { state: 'refused', callback: 'jianguo' });
        assert.deepEqual([knocks, left('elder'), await inbox('elder'), await toCall()], [1, 0, 1, 1]);
        assert.equal((await declined('elder')).state, 'none');
        assert.deepEqual([knocks, await inbox('elder')], [1, 2]);
        // Who reads messages on a phone of their own finds it there and is not telephoned.
        assert.deepEqual(await declined('resident'), { state: 'refused', callback: null });
        assert.deepEqual([await inbox('resident'), await toCall()], [1, 1]);
      } finally {
        back();
      }
      await t.as('elder').call('me.subscribe', { answers: [{ template: 'progress', answer: 'accept' }] });
      assert.equal((await declined('elder')).state, 'sent', 'agreed anew, it is sent again');
    });

  for (const code of [45009, 47003, -1])
    test(`${code} is no answer of the person: one knock is lost, the rest of the ledger stays, the desk rings the elder`, async () => {
      const back = t.openApi.respond('subscribeMessage.send', () => {
        throw new WxError(code, 'trouble');
      });
      try {
        const sent = t.openApi.sent.length;
        assert.deepEqual(await declined('elder'), { state: 'lost', callback: 'jianguo' });
        assert.deepEqual([left('elder'), await inbox('elder'), await toCall()], [8, 1, 1]);
        back();
        await t.sweep();
        assert.equal(t.openApi.sent.length, sent, 'not sent a second time');
      } finally {
        back();
      }
    });
});
