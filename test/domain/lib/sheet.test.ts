import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refused, Unreachable } from '../../../miniprogram/api/failures';
import { ofDraft, ofForm, ofTap, rereadIfStale, sentFrom } from '../../../miniprogram/api/sheet';

function sheet() {
  const data = { busy: false, wrong: '' };
  return { data, setData: (change: Partial<typeof data>) => void Object.assign(data, change) };
}

/** A draft whose rid grows by one whenever the next try is another intention. */
function written() {
  let rid = 1;
  const next = () => {
    rid += 1;
  };
  return { rid: () => `rid-${rid}`, drop: next, renew: next };
}
const no = () => new Refused({ code: 'SEATS_FULL', says: '座满了', count: 2 });

test('accepted: the answer comes back, nothing is wrong any more, and the next one has a rid of its own', async () => {
  const open = sheet();
  open.data.wrong = '座满了';
  const rids: string[] = [];
  const sending = ofDraft(written());
  const send = async (rid: string) => {
    rids.push(rid);
    return { seat: 7 };
  };
  assert.deepEqual(await sentFrom(open, sending, send), { seat: 7 });
  await sentFrom(open, sending, send);
  assert.deepEqual(rids, ['rid-1', 'rid-2']);
  assert.deepEqual(open.data, { busy: false, wrong: '' });
});

test('refused: it says why, in the words of that sheet, and the next tap is another intention; without an answer it is the same one', async () => {
  for (const sending of [ofDraft(written()), ofTap({ rid: written().rid, answered: () => undefined })]) {
    const open = sheet();
    const rids: string[] = [];
    const failing = (failure: Error, says?: () => string) =>
      sentFrom(
        open,
        sending,
        async (rid): Promise<object> => {
          rids.push(rid);
          throw failure;
        },
        says,
      );
    assert.equal(await failing(new Unreachable('offline')), null);
    assert.notEqual(open.data.wrong, '');
    await failing(no());
    assert.deepEqual(open.data, { busy: false, wrong: '座满了' });
    await failing(no(), () => '只剩 2 座');
    assert.equal(open.data.wrong, '只剩 2 座');
    assert.equal(rids[0], rids[1]);
    await assert.rejects(failing(new TypeError('a bug')), TypeError);
    assert.equal(open.data.busy, false);
  }
});

test('a tap that was answered, with yes or no, is over', () => {
  const over: string[] = [];
  const sending = ofTap({ rid: () => 'one', answered: () => over.push('over') });
  sending.accepted();
  sending.refused();
  assert.equal(over.length, 2);
});

test('two taps send once', async () => {
  const open = sheet();
  let sent = 0;
  const tap = () =>
    sentFrom(open, ofDraft(written()), async () => {
      sent += 1;
      return {};
    });
  assert.deepEqual(await Promise.all([tap(), tap()]), [{}, null]);
  assert.equal(sent, 1);
});

test('without an answer the same words go out again as the same intention; another reason, or another moment, is another one', async () => {
  const open = sheet();
  const { rid, drop: answered } = written();
  const sending = ofForm({ rid, answered });
  const put = async (startsAt: number, reason: string) => {
    let under = '';
    await sentFrom(open, sending({ startsAt, reason }), async (one): Promise<object> => {
      under = one;
      throw new Unreachable('offline');
    });
    return under;
  };
  const first = await put(1, '停电');
  assert.equal(await put(1, '停电'), first);
  const reworded = await put(1, '停水');
  assert.notEqual(reworded, first, 'the first reason is not sent again in its name');
  assert.equal(await put(1, '停水'), reworded);
  assert.notEqual(await put(2, '停水'), reworded);
  assert.notEqual(await put(1, '停电'), first, 'what was given up is not taken up again');
});

test('a second tap while the first is on its way leaves the first its rid', async () => {
  const open = sheet();
  const { rid, drop: answered } = written();
  const sending = ofForm({ rid, answered });
  const lost = async (under: string): Promise<object> => {
    await sentFrom(open, sending({ reason: '停水' }), async () => ({}));
    assert.equal(rid(), under);
    throw new Unreachable('offline');
  };
  await sentFrom(open, sending({ reason: '停电' }), lost);
});

test('somebody was faster: what stands there now is read before a word is said; another refusal reads nothing', async () => {
  for (const [code, steps] of [
    ['STALE', ['sent', 'read', 'said']],
    ['NOT_ALLOWED', ['sent', 'said']],
  ] as const) {
    const done: string[] = [];
    const send = rereadIfStale(
      async (): Promise<object> => {
        done.push('sent');
        throw new Refused({ code, says: '没存上' });
      },
      async () => void done.push('read'),
    );
    const says = () => {
      done.push('said');
      return '没存上';
    };
    assert.equal(await sentFrom(sheet(), ofDraft(written()), send, says), null);
    assert.deepEqual(done, steps);
  }
});
