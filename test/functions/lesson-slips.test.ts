import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import { DAY } from '../../cloudfunctions/core/calendar';
import { lessonRow } from '../../cloudfunctions/report/ledger/rows';
import type { HomeLesson } from '../../cloudfunctions/school/home-lesson/model';
import { lessonSlip } from '../proof/rows/paper';
import { newRid, type Town, town } from '../support/town';
import { storedOf } from './stored';

const columns = { learned: '念了两页报', done: '交了水费', missing: '老花镜腿断了，想配一副' };

describe('送学记录条 that come back on paper', () => {
  let t: Town;
  beforeEach(async () => {
    await t?.close();
    t = await town();
  });
  after(() => t.close());
  const slip = (code: string) => ({ code, columns, request: null, at: null, signed: false }) as const;
  const get = (who: string, id: string) => t.as(who).call('home_lesson.get', { id });

  test('the desk enters what the two wrote: marked as paper, with who entered it, and the elder has the word [S48]', async () => {
    const { id, code } = await lessonSlip(t);
    const read = await t.as('dispatcher').call('paper.read', { code });
    assert.ok(read.is === 'home_lesson' && read.slip !== null);
    assert.deepEqual([read.slip.awaited, read.slip.elder.name], [true, '样例长者']);
    const rid = newRid();
    const entered = await t.as('dispatcher').call('paper.enter_lesson', slip(code), rid);
    assert.deepEqual([entered.state, entered.requested], ['recorded', false]);
    assert.deepEqual(await t.as('dispatcher').call('paper.enter_lesson', slip(code), rid), entered);
    const seen = await get('elder', id);
    assert.deepEqual(seen.columns, columns);
    assert.deepEqual([seen.paper?.signed, seen.paper?.by?.name], [false, '样例受理员']);
    // What the repository of visits wrote.
    const stored = storedOf<HomeLesson>(t, 'homeLessons', id);
    assert.equal(lessonRow(stored)['how'], '纸上补录', 'the ledger says so too');
    assert.deepEqual(seen.next, ['confirm', 'correct']);
    assert.deepEqual((await get('member', id)).next, [], 'who was there does not say it is right');
    const told = (await t.as('elder').call('me.inbox', { after: null })).items;
    assert.equal(told.filter(({ title }) => title.startsWith('送学条录进来了')).length, 1);
    assert.equal((await t.as('elder').call('study_hours.exempt', { exempt: false })).total, 0);
    await t.as('elder').call('home_lesson.confirm', { id });
    assert.equal((await t.as('elder').call('study_hours.get', {})).total, 1);
    assert.equal((await t.as('office').refused('paper.enter_lesson', slip(code))).code, 'NOT_NOW');
  });

  test('a signature on the paper is the elder’s word, and is marked as such', async () => {
    const { id, code } = await lessonSlip(t);
    const input = { ...slip(code), columns: { learned: '念报', done: '', missing: '' }, signed: true };
    assert.equal((await t.as('office').call('paper.enter_lesson', input)).state, 'confirmed');
    const seen = await get('elder', id);
    assert.deepEqual([seen.state, seen.paper?.signed, seen.paper?.by?.role], ['confirmed', true, '教务']);
    assert.equal((await t.as('elder').call('study_hours.exempt', { exempt: false })).total, 1);
  });

  test('what is missing becomes a request of the elder in the same breath, once, as come on paper', async () => {
    const { id, code } = await lessonSlip(t);
    const rid = newRid();
    const input = { ...slip(code), request: 'errand' as const };
    await t.as('dispatcher').call('paper.enter_lesson', input, rid);
    await t.as('dispatcher').call('paper.enter_lesson', input, rid);
    const { open } = await t.as('elder').call('request.mine', {});
    assert.deepEqual([open.length, (await get('elder', id)).requestId], [1, open[0]?.id]);
    const request = await t.as('dispatcher').call('request.get', { id: open[0]?.id ?? '' });
    assert.equal(request.channel, 'paper');
    assert.match(request.history[0]?.text ?? '', /纸上/);
  });

  test('[P9] lost on the way: the desk sees which slips are out and calls one off, and the visitor prints another [S48]', async () => {
    const { id, code } = await lessonSlip(t);
    const out = async (who: string) => (await t.as(who).call('paper.lesson_slips', {})).items;
    const [slip] = await out('dispatcher');
    assert.deepEqual([slip?.id, slip?.elder.name, slip?.edition], [id, '样例长者', 1]);
    assert.equal((await out('office')).length, 1);
    const lost = { kind: 'home_lesson', id, edition: 1 } as const;
    assert.equal((await t.as('host').refused('paper.revoke', lost)).code, 'NOT_FOUND');
    await t.as('dispatcher').call('paper.revoke', lost);
    assert.deepEqual(await out('dispatcher'), []);
    assert.equal((await t.as('office').refused('paper.read', { code })).code, 'SLIP_VOID');
    const print = { kind: 'home_lesson', id, month: null } as const;
    assert.equal(
      (await t.as('office').refused('paper.print', print)).code,
      'NOT_FOUND',
      'only who goes prints it',
    );
    const anew = (await t.as('member').call('paper.print', print)).code?.text ?? '';
    assert.equal((await out('office'))[0]?.edition, 2);
    await t
      .as('dispatcher')
      .call('paper.enter_lesson', { code: anew, columns, request: null, at: null, signed: false });
    assert.deepEqual(await out('office'), [], 'what came back is out no more');
  });

  test('an empty slip, a day to come and a foreign or revoked code are refused by name', async () => {
    const { id, code } = await lessonSlip(t);
    const desk = t.as('dispatcher');
    const nothing = { learned: '', done: '', missing: '' };
    assert.equal(
      (await desk.refused('paper.enter_lesson', { ...slip(code), columns: nothing })).field,
      'columns',
    );
    const tomorrow = { ...slip(code), at: t.clock.now() + DAY };
    assert.equal((await desk.refused('paper.enter_lesson', tomorrow)).field, 'at');
    const roster = await t.as('host').call('paper.print', { kind: 'roster', id: 's-table', month: null });
    assert.equal(
      (await desk.refused('paper.enter_lesson', slip(roster.code?.text ?? ''))).code,
      'CODE_WRONG',
    );
    for (const who of ['member', 'elder', 'grid', 'host'])
      assert.equal((await t.as(who).refused('paper.enter_lesson', slip(code))).code, 'NOT_ALLOWED');
    assert.equal((await t.as('grid').call('paper.read', { code })).is, 'found');
    await t.as('member').call('paper.revoke', { kind: 'home_lesson', id, edition: 1 });
    assert.equal((await desk.refused('paper.enter_lesson', slip(code))).code, 'SLIP_VOID');
    const found = await t.as('member').call('paper.print', { kind: 'home_lesson', id, month: null });
    assert.equal((await desk.call('paper.enter_lesson', slip(found.code?.text ?? ''))).state, 'recorded');
  });

  test('a slip that lay in a drawer until the visit lapsed is still entered; one that was called off is not', async () => {
    const { id, code } = await lessonSlip(t);
    await t.pass(9 * DAY);
    assert.equal((await get('elder', id)).state, 'cancelled');
    assert.equal((await t.as('office').call('paper.enter_lesson', slip(code))).state, 'recorded');
    await t.close();
    t = await town();
    const other = await lessonSlip(t);
    await t.as('elder').call('home_lesson.cancel', { id: other.id });
    assert.equal((await t.as('office').refused('paper.enter_lesson', slip(other.code))).code, 'NOT_NOW');
  });
});
