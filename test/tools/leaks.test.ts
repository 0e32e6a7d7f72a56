import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Leak, leakScan } from '../support/leaks';

const reply = (output: object) => ({ ok: true, output, now: 0 });

describe('the scan for leaks', () => {
  test('an openid, a number, a sealed value and a door that somebody has entered are found wherever they stand', () => {
    const scan = leakScan();
    scan.heard('sample-elder', { action: 'request.submit', input: { door: '三单元 402', text: '剪头发' } });
    for (const leak of [
      { who: 'sample-elder' },
      { lines: [{ call: '打 13912345678' }] },
      { phone: `town.${'a'.repeat(16)}.${'b'.repeat(22)}.cc` },
      { text: '住三单元 402' },
      { id: `o${'x'.repeat(27)}` },
    ])
      assert.throws(() => scan.reply({ action: 'request.get' }, reply(leak)), Leak);
    assert.throws(() => scan.conclude(), Leak, 'also when nobody looked');
  });

  test('what may be shown passes: a revealed number to who asked for it, ids of persons, one’s own words', () => {
    const scan = leakScan();
    scan.heard('sample-elder', { input: { text: '住 402 那家', door: '住 402 那家' } });
    scan.reply({ action: 'request.reveal' }, reply({ value: '13912345678' }));
    scan.reply(
      { action: 'request.get' },
      reply({ id: 'sample_elder', text: '住 402 那家', at: 1778637600252 }),
    );
    scan.conclude();
  });

  test('a text that somebody has also said openly tells nothing of a door; one that only holds it does', () => {
    const scan = leakScan();
    scan.heard('sample-grid', { input: { door: '%/h*61' } });
    scan.heard('sample-member', { input: { skills: ['%/h*61'] } });
    scan.reply({ action: 'dual.mine' }, reply({ skills: ['%/h*61'] }));
    scan.conclude();
    scan.heard('sample-grid', { input: { door: '三单元 402' } });
    scan.heard('sample-member', { input: { text: '去三单元 402 看看' } });
    assert.throws(() => scan.reply({ action: 'request.get' }, reply({ text: '去三单元 402 看看' })), Leak);
  });

  test('a picture may hold any letters by chance; beside it nothing may leak', () => {
    const scan = leakScan();
    const openid = `o${'x'.repeat(27)}`;
    const picture = `data:image/png;base64,${'iVBORw0K'.repeat(60)}/${openid}+${'AAAA'.repeat(60)}==`;
    scan.reply({ action: 'paper.print' }, reply({ picture }));
    scan.conclude();
    assert.throws(() => scan.reply({ action: 'paper.print' }, reply({ picture, who: openid })), Leak);
  });

  test('a log line in which something was masked fails the town’s closing', () => {
    const scan = leakScan();
    const entry = {
      requestId: 'r',
      functionName: 'api',
      asked: 'request.get',
      cause: 'client' as const,
      startedAt: 0,
      durationMs: 1,
      status: 'OK',
      message: '',
      lines: [],
    };
    scan.log({ ...entry, masked: 0 });
    scan.conclude();
    scan.log({ ...entry, masked: 1 });
    assert.throws(() => scan.conclude(), /api/);
  });
});
