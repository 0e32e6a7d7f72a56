import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DAY, HOUR, MINUTE } from '../../cloudfunctions/core/calendar';
import { openidOf } from '../../database/seed/samples/people';
import { newRid, type Town, town } from '../support/town';
import { enlisted, paired } from './pairs';

async function inTown(run: (t: Town) => Promise<void>): Promise<void> {
  const t = await town();
  try {
    await run(t);
  } finally {
    await t.close();
  }
}
const told = async (t: Town, who: string) =>
  (await t.as(who).call('me.inbox', { after: null })).items.map((item) => item.title);

/** A recording that this phone has uploaded for this intention. */
async function uploaded(t: Town, who: string, rid: string): Promise<string> {
  const reply = await fetch(`${t.url}/client/upload?path=recordings/${rid}.mp3`, {
    method: 'POST',
    headers: { 'x-local-session': t.session(openidOf(who)) },
    body: Buffer.from('a spoken sentence'),
  });
  // The stand-in answers as WeChat's upload does.
  return ((await reply.json()) as { fileID: string }).fileID;
}

/** A visit that has been recorded, with what is given in its columns. */
async function visited(t: Town, columns: { learned: string; done: string; missing: string }) {
  const pairId = await paired(t);
  const { id } = await t.as('member').call('home_lesson.book', { pairId, at: t.clock.now() + DAY });
  await t.clock.advance(DAY);
  await t.as('member').call('home_lesson.start', { id });
  await t.as('member').call('home_lesson.record', { id, columns, audio: null, request: null });
  return id;
}

describe('pairs', () => {
  test('two who have put themselves on the list are paired by the word of both and parted by the word of one [S49]', () =>
    inTown(async (t) => {
      await enlisted(t);
      const [candidate] = (await t.as('member').call('pair.list', {})).candidates;
      assert.ok(candidate);
      assert.equal(JSON.stringify(candidate).includes('sample_'), false, 'no person id in a list');
      const rid = newRid();
      const input = { entryId: candidate.id, direction: 'young_helps_old' as const };
      await t.as('member').call('pair.ask', input, rid);
      await t.as('member').call('pair.ask', input, rid);
      const [asked] = (await t.as('elder').call('pair.list', {})).pairs;
      assert.deepEqual([asked?.state, asked?.next], ['asked', ['agree', 'refuse']]);
      assert.equal((await told(t, 'elder')).filter((title) => title === '有人想结对').length, 1);
      const own = await t.as('member').refused('pair.answer', { id: asked?.id ?? '', command: 'agree' });
      assert.equal(own.code, 'NOT_ALLOWED', 'nobody agrees for the other');
      const stranger = await t
        .as('member-b')
        .refused('pair.answer', { id: asked?.id ?? '', command: 'agree' });
      assert.equal(stranger.code, 'NOT_FOUND');

      const answered = await t.as('elder').call('pair.answer', { id: asked?.id ?? '', command: 'agree' });
      assert.equal(answered.pairs[0]?.state, 'paired');
      const ended = await t.as('elder').call('pair.answer', { id: asked?.id ?? '', command: 'end' });
      assert.deepEqual(ended.pairs, []);
      assert.ok((await told(t, 'member')).includes('结对到这儿了'));
    }));

  test('an old comrade asks as well as is asked: the young one agrees, nobody else; the direction is what was asked for [S49] [S57]', () =>
    inTown(async (t) => {
      await enlisted(t);
      const [candidate] = (await t.as('elder').call('pair.list', {})).candidates;
      assert.ok(candidate);
      const rid = newRid();
      const input = { entryId: candidate.id, direction: 'old_leads_young' as const };
      await t.as('elder').call('pair.ask', input, rid);
      await t.as('elder').call('pair.ask', input, rid);
      const [own] = (await t.as('elder').call('pair.list', {})).pairs;
      const [asked] = (await t.as('member').call('pair.list', {})).pairs;
      assert.deepEqual(
        [own?.state, own?.side, own?.askedByMe, own?.next],
        ['asked', 'old', true, ['take_back']],
      );
      assert.deepEqual(
        [asked?.id, asked?.side, asked?.askedByMe, asked?.next],
        [own?.id, 'young', false, ['agree', 'refuse']],
      );
      assert.equal((await told(t, 'member')).filter((title) => title === '有人想结对').length, 1);
      const answer = { id: own?.id ?? '', command: 'agree' as const };
      assert.equal((await t.as('elder').refused('pair.answer', answer)).code, 'NOT_ALLOWED');
      assert.equal((await t.as('member-b').refused('pair.answer', answer)).code, 'NOT_FOUND');
      await t.as('member').call('pair.answer', answer);
      assert.ok((await told(t, 'elder')).includes('结对成了'));
      // Either of them names the day of a visit, whoever asked.
      const at = t.clock.now() + DAY;
      const visit = await t.as('elder').call('home_lesson.book', { pairId: answer.id, at });
      assert.deepEqual([visit.direction, visit.side, visit.state], ['old_leads_young', 'old', 'scheduled']);
      await t.as('member').call('pair.answer', { id: answer.id, command: 'end' });
      assert.ok((await told(t, 'elder')).includes('结对到这儿了'));
    }));

  test('an old comrade takes the question back, and whoever was asked is not bound by a late yes [S49]', () =>
    inTown(async (t) => {
      await enlisted(t);
      const [candidate] = (await t.as('elder').call('pair.list', {})).candidates;
      const input = { entryId: candidate?.id ?? '', direction: 'old_leads_young' as const };
      const { pairs } = await t.as('elder').call('pair.ask', input);
      const id = pairs[0]?.id ?? '';
      await t.as('elder').call('pair.answer', { id, command: 'take_back' });
      assert.equal((await t.as('member').refused('pair.answer', { id, command: 'agree' })).code, 'NOT_NOW');
      assert.deepEqual((await t.as('member').call('pair.list', {})).pairs, []);
      // Who took it back may ask again, the other way round this time.
      await t.as('elder').call('pair.ask', { ...input, direction: 'young_helps_old' });
      const [again] = (await t.as('member').call('pair.list', {})).pairs;
      assert.deepEqual([again?.id, again?.direction, again?.state], [id, 'young_helps_old', 'asked']);
    }));

  test('who goes into homes is known to the street, and the list is seen only by who is on it', () =>
    inTown(async (t) => {
      await enlisted(t);
      const young = { side: 'young' as const, frail: false, listed: true, communityId: 'jianguo' };
      assert.equal((await t.as('resident').refused('pair.enlist', young)).code, 'NOT_ALLOWED');
      assert.deepEqual((await t.as('member-b').call('pair.list', {})).candidates, []);
      const off = { side: 'old' as const, frail: true, listed: false, communityId: 'jianguo' };
      await t.as('elder').call('pair.enlist', off);
      assert.deepEqual((await t.as('member').call('pair.list', {})).candidates, []);
    }));

  test('who said no is not asked again, and a question without an answer lapses', () =>
    inTown(async (t) => {
      await enlisted(t);
      const [candidate] = (await t.as('member').call('pair.list', {})).candidates;
      const input = { entryId: candidate?.id ?? '', direction: 'old_leads_young' as const };
      const { pairs } = await t.as('member').call('pair.ask', input);
      await t.as('elder').call('pair.answer', { id: pairs[0]?.id ?? '', command: 'refuse' });
      assert.equal((await t.as('member').refused('pair.ask', input)).code, 'NOT_ALLOWED');
      const [back] = (await t.as('elder').call('pair.list', {})).candidates;
      await t.as('elder').call('pair.ask', { entryId: back?.id ?? '', direction: 'young_helps_old' });
      await t.pass(15 * DAY);
      assert.deepEqual((await t.as('member').call('pair.list', {})).pairs, []);
    }));
});

describe('home lessons', () => {
  test('who is on the voluntary list is suggested a visit each month, once [S48]', () =>
    inTown(async (t) => {
      await paired(t);
      await t.pass(MINUTE);
      await t.sweep();
      const { open } = await t.as('elder').call('home_lesson.list', {});
      assert.deepEqual(
        open.map(({ state }) => state),
        ['suggested'],
      );
      assert.ok((await told(t, 'member')).includes('这个月坐坐？'));
      await t.pass(32 * DAY);
      await t.sweep();
      const later = await t.as('elder').call('home_lesson.list', {});
      assert.deepEqual(
        [later.open.map(({ state }) => state), later.past.map(({ state }) => state)],
        [['suggested'], ['declined']],
        'the old one lapsed in silence, the new month has its own',
      );
    }));

  test('one visit, three columns, one of them empty; the elder’s word makes it study hours; one record stands for the teaching mode, 银龄课堂 and the service project [S48] [S57]', () =>
    inTown(async (t) => {
      const id = await visited(t, { learned: '念了两页报', done: '', missing: '' });
      const before = await t.as('elder').call('study_hours.exempt', { exempt: false });
      assert.equal(before.total, 0, 'nothing counts before the elder has said so');
      assert.equal((await t.as('member').refused('home_lesson.confirm', { id })).code, 'NOT_ALLOWED');
      const rid = newRid();
      const view = await t.as('elder').call('home_lesson.confirm', { id }, rid);
      await t.as('elder').call('home_lesson.confirm', { id }, rid);
      assert.deepEqual([view.state, view.program, view.brand], ['confirmed', 'home_lesson', 'silver']);
      assert.equal(
        t.store.find('homeLessons', { _id: id }, { limit: 5, sort: { _id: 1 } }).documents.length,
        1,
      );
      assert.deepEqual((await t.as('elder').call('study_hours.get', {})).total, 1);
      assert.equal(
        (await t.as('member').call('study_hours.get', {})).total,
        0,
        'who helps is not paid in hours',
      );
    }));

  test('a relative whom the elder lets say so confirms or corrects for them; one who may only follow reads, anybody else learns nothing [S48]', () =>
    inTown(async (t) => {
      const bind = async (who: string, agreed: { progress: boolean; confirm: boolean }) => {
        const { code } = await t.as('elder').call('family.offer', { agreed: { ...agreed, speak: false } });
        await t.as(who).call('family.bind', { code });
      };
      await bind('daughter', { progress: false, confirm: true });
      await bind('resident', { progress: true, confirm: false });
      const id = await visited(t, { learned: '念报', done: '', missing: '' });
      assert.ok((await told(t, 'daughter')).some((title) => title.endsWith('的事记好了')));
      assert.ok(!(await told(t, 'resident')).some((title) => title.endsWith('的事记好了')));
      const { open, family } = await t.as('daughter').call('home_lesson.list', {});
      assert.deepEqual([open.length, family.map((one) => one.id)], [0, [id]]);
      const seen = await t.as('resident').call('home_lesson.get', { id });
      assert.deepEqual([seen.next, seen.audio, seen.elder?.role], [[], null, '老同志']);
      assert.equal((await t.as('resident').refused('home_lesson.confirm', { id })).code, 'NOT_FOUND');
      assert.equal((await t.as('grid').refused('home_lesson.get', { id })).code, 'NOT_FOUND');
      assert.equal((await t.as('daughter').refused('home_lesson.start', { id })).code, 'NOT_NOW');
      assert.deepEqual(seen.columns.learned, '念报');
      const mine = await t.as('daughter').call('home_lesson.get', { id });
      assert.deepEqual(mine.next, ['confirm', 'correct']);
      assert.equal((await t.as('daughter').call('home_lesson.confirm', { id })).state, 'confirmed');
      assert.ok((await told(t, 'member')).includes('老人的家里人说记得对'));
      assert.deepEqual((await t.as('daughter').call('home_lesson.list', {})).family, []);
      assert.equal((await t.as('elder').call('home_lesson.list', {})).past[0]?.id, id);
    }));

  test('the elder corrects what was written, and the elder’s words stand [S48]', () =>
    inTown(async (t) => {
      const id = await visited(t, { learned: '念报', done: '交了水费', missing: '' });
      const columns = { learned: '念报', done: '水费没交成', missing: '' };
      await t.as('elder').call('home_lesson.correct', { id, columns });
      assert.deepEqual((await t.as('member').call('home_lesson.get', { id })).columns, columns);
      await t.pass(8 * DAY);
      assert.equal((await t.as('elder').call('home_lesson.get', { id })).state, 'confirmed');
    }));

  test('what is still missing becomes a request of the elder in the same breath, once', () =>
    inTown(async (t) => {
      const pairId = await paired(t);
      const { id } = await t.as('elder').call('home_lesson.book', { pairId, at: t.clock.now() + HOUR });
      await t.as('member').call('home_lesson.start', { id });
      const columns = { learned: '', done: '', missing: '老花镜腿断了，想配一副' };
      const rid = newRid();
      const input = { id, columns, audio: null, request: 'errand' as const };
      await t.as('member').call('home_lesson.record', input, rid);
      await t.as('member').call('home_lesson.record', input, rid);
      const { open } = await t.as('elder').call('request.mine', {});
      assert.equal(open.length, 1);
      assert.equal((await t.as('elder').call('home_lesson.get', { id })).requestId, open[0]?.id);
      const desk = await t.as('dispatcher').call('desk.triage', { communityId: 'jianguo' });
      assert.ok(desk.waiting.some((card) => card.id === open[0]?.id));
    }));

  test('a spoken record is enough, and the two of the pair can hear it [S48]', () =>
    inTown(async (t) => {
      const pairId = await paired(t);
      const { id } = await t.as('member').call('home_lesson.book', { pairId, at: t.clock.now() + HOUR });
      await t.as('member').call('home_lesson.start', { id });
      const rid = newRid();
      const fileId = await uploaded(t, 'member', rid);
      const columns = { learned: '', done: '', missing: '' };
      const input = { id, columns, audio: { fileId, seconds: 12 }, request: null };
      await t.as('member').call('home_lesson.record', input, rid);
      const heard = await t.as('elder').call('home_lesson.get', { id });
      assert.equal(heard.audio?.seconds, 12);
      assert.notEqual(heard.audio?.url, null);
    }));

  test('only the two of a pair know of a visit; an empty record and a past day are refused by name', () =>
    inTown(async (t) => {
      const pairId = await paired(t);
      const past = await t.as('member').refused('home_lesson.book', { pairId, at: t.clock.now() - DAY });
      assert.deepEqual([past.code, past.field], ['INVALID_INPUT', 'at']);
      const { id } = await t.as('member').call('home_lesson.book', { pairId, at: t.clock.now() + HOUR });
      assert.equal((await t.as('member-b').refused('home_lesson.get', { id })).code, 'NOT_FOUND');
      assert.equal((await t.as('office').refused('home_lesson.cancel', { id })).code, 'NOT_FOUND');
      await t.as('member').call('home_lesson.start', { id });
      const nothing = { learned: '', done: '', missing: '' };
      const empty = await t
        .as('member')
        .refused('home_lesson.record', { id, columns: nothing, audio: null, request: null });
      assert.deepEqual([empty.code, empty.field], ['INVALID_INPUT', 'columns']);
      const foreign = await t.as('member').refused('home_lesson.record', {
        id,
        columns: nothing,
        audio: { fileId: 'cloud://town/recordings/somebody-elses.mp3', seconds: 5 },
        request: null,
      });
      assert.equal(foreign.field, 'audio.fileId');
    }));

  test('study hours come from being present, and who is frail is not shown any', () =>
    inTown(async (t) => {
      const { startsAt } = await t.as('resident').call('session.take', { id: 's-now' });
      await t.as('elder').call('session.take', { id: 's-now' });
      const { code: venueCode } = await t.as('resident').call('venue.get', { id: 'branch-jianguo' });
      await t.clock.set(startsAt);
      await t.as('resident').call('session.check_in', { id: 's-now', by: { way: 'poster', venueCode } });
      assert.deepEqual(
        (await t.as('resident').call('study_hours.get', {})).items.map(({ hours, from }) => [hours, from]),
        [[1, 'class']],
      );
      assert.equal((await t.as('elder').call('study_hours.get', {})).total, 0, 'a seat alone counts nothing');
      await enlisted(t);
      const frail = await t.as('elder').call('study_hours.get', {});
      assert.deepEqual([frail.exempt, frail.items], [true, []]);
    }));
});
