import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Attachment, askedAgain, decided, judged } from '../../../cloudfunctions/core/attachment';
import { MINUTE } from '../../../cloudfunctions/core/calendar';
import { Refusal } from '../../../cloudfunctions/core/refusal';
import { DEFAULT_SETTINGS } from '../../../cloudfunctions/core/settings';
import { filesDue, filesJudged, filesVouched } from '../../../cloudfunctions/service/request/file-check';
import type { ServiceRequest } from '../../../cloudfunctions/service/request/model';

const SENT: Attachment = {
  fileId: 'cloud://x/recordings/r.mp3',
  check: 'waiting',
  trace: 'trace',
  asked: { by: 'elder', at: 0, times: 1 },
};
const step = { now: 0, rid: 'r', invocation: 'i' };

type Said =
  | { does: 'clock' }
  | { does: 'wechat'; verdict: 'pass' | 'risky' }
  | { does: 'desk'; fit: boolean };
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.constant({ does: 'clock' } as const),
  fc.record({ does: fc.constant('wechat' as const), verdict: fc.constantFrom('pass', 'risky') }),
  fc.record({ does: fc.constant('desk' as const), fit: fc.boolean() }),
);

/** A day later each time, so that whatever is due is done. */
function after(file: Attachment, one: Said, day: number): Attachment {
  if (one.does === 'clock') return askedAgain(file, day * 1440 * MINUTE, DEFAULT_SETTINGS);
  return one.does === 'wechat' ? judged(file, one.verdict) : (decided(file, one.fit) ?? file);
}

test('however clock, WeChat and desk follow each other: what WeChat finds bad, and what the desk keeps, no good word opens', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 12 }), (steps) => {
      let file = SENT;
      for (const [day, one] of steps.entries()) {
        const next = after(file, one, day + 1);
        if (file.check === 'risky') assert.equal(next.check, 'risky');
        if (file.check === 'kept') assert.ok(next.check === 'kept' || next.check === 'risky');
        if (file.check !== 'pass' && next.check === 'pass')
          assert.ok(
            (one.does === 'wechat' && one.verdict === 'pass') || (one.does === 'desk' && one.fit),
            'nothing is opened by the clock',
          );
        if (one.does === 'desk' && next !== file) assert.equal(file.check, 'unanswered');
        file = next;
      }
    }),
  );
});

/** As much of a request as its files look at. */
const matter = (change: Partial<ServiceRequest>): ServiceRequest =>
  ({
    _id: 'm',
    title: '取药',
    open: true,
    state: 'processing',
    communityId: 'jianguo',
    enteredAt: 0,
    timeline: [],
    effects: [],
    audio: { ...SENT, seconds: 7 },
    ...change,
  }) as unknown as ServiceRequest;

const told = ({ effects }: ServiceRequest) =>
  effects.map(({ kind, data }) => [kind, data.to ?? data.communityId]);

const silent = (change: Partial<ServiceRequest> = {}): ServiceRequest => {
  let next = matter(change);
  for (const now of [31, 62, 93].map((minutes) => minutes * MINUTE))
    next = filesDue(next, { ...step, now, settings: DEFAULT_SETTINGS });
  return next;
};

test('after three questions without an answer whoever spoke and the desk hear it, once each', () => {
  const given = silent();
  assert.deepEqual([given.audio?.check, given.unchecked], ['unanswered', true]);
  assert.deepEqual(told(given), [
    ['check_file', undefined],
    ['check_file', undefined],
    ['notify', 'elder'],
    ['tell_desk', 'jianguo'],
  ]);
  const again = filesDue(given, { ...step, now: 9000 * MINUTE, settings: DEFAULT_SETTINGS });
  assert.equal(again, given);
});

test('of a matter that is over nobody is asked any more', () => {
  const over = silent({ open: false, state: 'closed' });
  assert.deepEqual([over.audio?.check, over.unchecked], ['unanswered', false]);
  assert.ok(told(over).every(([kind]) => kind === 'check_file'));
  assert.throws(() => filesVouched(over, 'audio', true, { ...step, by: 'desk' }), refusedAs('NOT_NOW'));
});

const refusedAs = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

test('the desk says once whether others may have it, never of its own; then it is off the list', () => {
  const given = silent();
  assert.throws(() => filesVouched(given, 'audio', true, { ...step, by: 'elder' }), refusedAs('OWN_MATTER'));
  assert.throws(() => filesVouched(given, 'receipt', true, { ...step, by: 'desk' }), refusedAs('NOT_NOW'));
  const kept = filesVouched(given, 'audio', false, { ...step, by: 'desk' });
  assert.deepEqual([kept.audio?.check, kept.unchecked, kept.timeline.length], ['kept', false, 1]);
  assert.throws(() => filesVouched(kept, 'audio', true, { ...step, by: 'desk' }), refusedAs('NOT_NOW'));
  assert.equal(filesJudged(kept, 'audio', { trace: 'trace', verdict: 'pass' }, step), kept);
});

test('an answer that comes after all closes the question, and whoever spoke hears of it', () => {
  const late = filesJudged(silent(), 'audio', { trace: 'trace', verdict: 'pass' }, step);
  assert.deepEqual([late.audio?.check, late.unchecked], ['pass', false]);
  assert.deepEqual(told(late).at(-1), ['notify', 'elder']);
});
