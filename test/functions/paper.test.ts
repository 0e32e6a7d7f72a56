import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { PaperSheet } from '@contract/paper';
import { printings } from '../e2e/support/sheets';
import { newRid, type Town, town } from '../support/town';
import { wish } from './wish';

describe('paper, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  test('no sheet carries a telephone or a doorplate, and each goes only to who may print it', async () => {
    for (const { kind, holder, id } of await printings(t)) {
      if (kind === 'certificate') continue;
      const input = { kind, id, month: null };
      const sheet = await t.as(holder).call('paper.print', input);
      // Moments and the code's picture are no words, and hold digits of every kind.
      const words = JSON.stringify(sheet, (key, value: unknown) =>
        key === 'code' || typeof value === 'number' ? undefined : value,
      );
      assert.doesNotMatch(words, /13912345678|13900001111|\b(402|501)\b/, kind);
      assert.equal(sheet.kind, kind);
      for (const other of ['resident', 'daughter', 'liaison', 'auditor'])
        assert.equal((await t.as(other).ask('paper.print', input)).ok, false, `${other} prints ${kind}`);
    }
  });

  test('a slip has one code however often it is printed, and the code leads back to its matter', async () => {
    const { id } = await t.as('elder').call('request.submit', wish);
    const print = (rid?: string) =>
      t.as('dispatcher').call('paper.print', { kind: 'receipt', id, month: null }, rid);
    const [one, two] = [await print(), await print(newRid())];
    assert.deepEqual(one.code, two.code);
    const code = one.code?.text ?? '';
    assert.match(code, /^K [0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{2}$/);
    const read = await t.as('dispatcher').call('paper.read', { code });
    assert.deepEqual([read.is, read.is === 'request' && read.id], ['request', id]);
    // As somebody types it, and as a camera reads it.
    for (const typed of [
      code.toLowerCase().replaceAll('0', 'o'),
      `packages/paper/in/in?scene=${one.code?.scene ?? ''}`,
    ])
      assert.deepEqual(await t.as('dispatcher').call('paper.read', { code: typed }), read);
    const last = code.at(-1);
    const wrong = `${code.slice(0, -1)}${last === '0' ? '1' : '0'}`;
    assert.equal((await t.as('dispatcher').refused('paper.read', { code: wrong })).code, 'CODE_WRONG');
    for (const other of ['resident', 'host', 'elder'])
      assert.equal((await t.as(other).refused('paper.read', { code })).code, 'NOT_FOUND');
  });

  test('a roster printed after the roll was called says who came', async () => {
    await t.as('resident').call('session.take', { id: 's-now' });
    const host = t.as('host');
    const printed = async () => {
      const sheet = await host.call('paper.print', { kind: 'roster', id: 's-now', month: null });
      return sheet.kind === 'roster' ? sheet.names.filter(({ arrived }) => arrived).length : null;
    };
    const before = (await printed()) ?? 0;
    const { roster } = await host.call('session.console', { id: 's-now' });
    const seat = roster.find(({ arrived }) => arrived === null)?.seat ?? '';
    await host.call('session.mark', { id: 's-now', seat, arrived: true });
    assert.equal(await printed(), before + 1);
  });

  test('a month of classes is the month that was asked for, without what is hidden or cancelled', async () => {
    const classes = async (month: string | null): Promise<PaperSheet & { kind: 'poster' | 'timetable' }> => {
      const sheet = await t
        .as('office')
        .call('paper.print', { kind: 'timetable', id: 'branch-jianguo', month });
      if (sheet.kind !== 'timetable') throw new Error(sheet.kind);
      return sheet;
    };
    const now = await classes(null);
    assert.ok(now.classes.length > 0);
    const [first] = now.classes;
    for (const one of now.classes) assert.ok(one.startsAt >= (first?.startsAt ?? 0));
    assert.deepEqual((await classes('2031-01')).classes, []);
    const before = now.classes.length;
    const table = now.classes.find(({ title }) => title === '楼道堆物怎么管');
    assert.ok(table, 'the sample round table is here this month');
    await t.as('host').call('session.cancel', { id: 's-table', reason: '样例：下大雪' });
    assert.equal((await classes(now.month)).classes.length, before - 1);
  });

  test('what came on paper is marked as such, only staff enter it, and nobody speaks for themself so', async () => {
    const slip = {
      ...wish,
      phone: '',
      building: '',
      door: '',
      cameBy: 'paper',
      beneficiary: {
        who: 'other',
        relation: 'grid',
        name: '样例街坊',
        phone: '',
        building: '样例楼 2 栋',
        door: '',
      },
    } as const;
    const rid = newRid();
    const entered = await t.as('dispatcher').call('request.submit', slip, rid);
    assert.equal(entered.channel, 'paper');
    assert.match(entered.history[0]?.text ?? '', /纸上/);
    assert.equal((await t.as('dispatcher').call('request.submit', slip, rid)).id, entered.id);
    assert.equal((await t.as('grid').call('request.submit', slip)).channel, 'paper');
    assert.equal((await t.as('resident').refused('request.submit', slip)).code, 'NOT_ALLOWED');
    const own = { ...wish, cameBy: 'paper' } as const;
    assert.equal((await t.as('resident').refused('request.submit', own)).code, 'INVALID_INPUT');
    // Nobody's word but the desk's on the telephone counts for who has no WeChat: never the helper's.
    const desk = await t.as('dispatcher').call('request.get', { id: entered.id });
    assert.equal(desk.next.includes('publish'), true);
  });
});
