import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { PaperSheet } from '@contract/paper';
import { DAY } from '../../cloudfunctions/core/calendar';
import { readScan } from '../../miniprogram/packages/school/check-in/codes';
import { printings } from '../e2e/support/sheets';
import { newRid, type Town, town } from '../support/town';
import { wish } from './wish';

/** Where the code of a sheet leads, as its picture has it. */
function pageOf(scene: string, kind: string): string {
  if (scene.startsWith('h=')) return 'grid/household/household';
  return kind === 'poster' || kind === 'timetable' ? 'school/check-in/check-in' : 'paper/in/in';
}

describe('paper, through the real SDK', () => {
  let t: Town;
  let sheets: Awaited<ReturnType<typeof printings>> = [];
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  test('no sheet carries a telephone or a doorplate, and each goes only to who may print it', async () => {
    sheets = await printings(t);
    for (const { kind, holder, id } of sheets) {
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
      t.as('dispatcher').call('paper.print', { kind: 'consent', id, month: null }, rid);
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
    // Whose matter it is, is led to it; who finds the paper learns whom to ring, and nothing that stands on it.
    assert.equal((await t.as('elder').call('paper.read', { code })).is, 'request');
    for (const other of ['resident', 'host', 'stranger']) {
      const found = await t.as(other).call('paper.read', { code });
      assert.deepEqual(Object.keys(found).sort(), ['counter', 'is', 'of'], other);
    }
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

  test('a receipt is of what is done: before that none is printed', async () => {
    const { id } = await t.as('elder').call('request.submit', wish);
    const receipt = { kind: 'receipt', id, month: null } as const;
    assert.equal((await t.as('dispatcher').refused('paper.print', receipt)).code, 'NOT_FINISHED');
    // The list says so before somebody presses it, and no longer once the work is done.
    const slips = () => t.as('dispatcher').call('paper.slips', { kind: 'door_note', id });
    assert.deepEqual((await slips()).notYet, ['receipt']);
    const publication = { title: '剪头发', publicText: '一位老人想理发', category: 'elder_care' } as const;
    await t.as('dispatcher').call('request.publish', { id, ...publication });
    await t.as('member').call('request.claim', { id, promisedFor: t.clock.now() + DAY });
    await t.as('member').call('request.contact', { id, note: '' });
    await t.as('member').call('request.deliver', { id, note: '剪好了' });
    assert.deepEqual((await slips()).notYet, []);
    await t.as('dispatcher').call('paper.print', receipt);
  });

  test('of all paper only what hangs at the door checks anybody in', async () => {
    const here = async (code: string) => (await t.as('resident').ask('venue.here', { code })).ok;
    for (const { kind, holder, id } of sheets) {
      const { code } = await t.as(holder).call('paper.print', { kind, id, month: null });
      const read = readScan(
        '',
        `packages/${pageOf(code?.scene ?? '', kind)}?scene=${encodeURIComponent(code?.scene ?? '')}`,
      );
      const atDoor = kind === 'poster' || kind === 'timetable';
      assert.equal(read?.way, atDoor ? 'poster' : 'paper', kind);
      const short = (code?.text ?? '').replaceAll(' ', '').slice(1);
      const venues = atDoor || kind === 'wish' || kind === 'complaint';
      assert.equal(await here(short), venues, `${kind} typed as a code of the door`);
      const by = { way: 'poster', venueCode: short } as const;
      const tried = await t.as('daughter').ask('session.check_in', { id: 's-now', by });
      if (!venues) assert.equal(tried.ok, false, `${kind} checked somebody in`);
    }
  });

  test('a code that was revoked is never given out again, however long ago it was', async () => {
    const roster = { kind: 'roster', id: 's-now' } as const;
    const printed = async () =>
      (await t.as('host').call('paper.print', { ...roster, month: null })).code?.text ?? '';
    const lost = await printed();
    await t.as('host').call('paper.revoke', { ...roster, edition: 1 });
    await t.pass(500 * DAY);
    await t.sweep();
    assert.equal((await t.as('host').refused('paper.read', { code: lost })).code, 'SLIP_VOID');
    assert.notEqual(await printed(), lost);
  });

  test('a lost roster is revoked: its code is refused from that second, and what is printed anew has another', async () => {
    const host = t.as('host');
    const roster = { kind: 'roster', id: 's-table' } as const;
    const printed = async () => (await host.call('paper.print', { ...roster, month: null })).code?.text ?? '';
    const lost = await printed();
    const before = await host.call('paper.slips', roster);
    assert.deepEqual([before.good?.edition, before.revoked], [1, []]);
    const rid = newRid();
    const gone = await host.call('paper.revoke', { ...roster, edition: 1 }, rid);
    assert.deepEqual([gone.good, gone.revoked.map(({ edition }) => edition)], [null, [1]]);
    for (const reader of ['host', 'office', 'resident'])
      assert.equal((await t.as(reader).refused('paper.read', { code: lost })).code, 'SLIP_VOID');
    const anew = await printed();
    assert.notEqual(anew, lost);
    assert.equal((await host.call('paper.read', { code: anew })).is, 'session');
    // The same intention once more, late: the new edition stays good.
    const late = await host.call('paper.revoke', { ...roster, edition: 1 }, rid);
    assert.equal(late.good?.edition, 2);
    assert.equal(await printed(), anew);
    assert.equal((await host.refused('paper.revoke', { ...roster, edition: 1 })).code, 'STALE');
    assert.equal((await host.refused('paper.revoke', { ...roster, edition: 3 })).code, 'STALE');
    assert.equal((await t.as('grid').refused('paper.revoke', { ...roster, edition: 2 })).code, 'NOT_ALLOWED');
    const poster = { kind: 'poster', id: 'main', edition: 1 } as const;
    assert.equal((await t.as('office').refused('paper.revoke', poster)).field, 'kind');
  });
});
