import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HoursLine } from '@contract/activity';
import { asCsv } from '../../../cloudfunctions/service/activity/export';
import { certifyHours, confirmHours, drafted } from '../../../cloudfunctions/service/activity/hours';
import type { Activity } from '../../../cloudfunctions/service/activity/model';
import { sampleActivities } from '../../../database/seed/samples/activities';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const step = (by: string) => ({ now: NOW, rid: 'rid', by });

function activity(): Activity {
  const [one] = sampleActivities(NOW);
  if (one === undefined) throw new Error('no sample');
  const volunteer = { personId: 'a', seat: 's', name: '样例', at: NOW, hours: null };
  return { ...one, volunteers: [volunteer], open: one.places - 1 };
}

test('a draft is as long as the activity was, and drafting again keeps what was confirmed', () => {
  const draft = drafted(activity());
  assert.equal(draft.volunteers[0]?.hours?.minutes, 120);
  const confirmed = confirmHours(draft, step('a'));
  assert.equal(drafted(confirmed).volunteers[0]?.hours?.state, 'confirmed');
});

test('hours that the volunteer has not confirmed are not certified by anybody', () => {
  assert.throws(() => certifyHours(drafted(activity()), 's', step('b')), /HOURS_NOT_NOW/);
});

test('an exported title that looks like a formula stays text, quotes are doubled', () => {
  const line: HoursLine = {
    activityId: 'x',
    title: '=1+1 "x"',
    team: { id: 't', name: null },
    startsAt: NOW,
    endsAt: NOW,
    hours: { state: 'draft', minutes: 5, words: '', no: '' },
    sample: false,
  };
  const [, row] = asCsv([line]).split('\r\n');
  assert.equal(row, `"2026-11-23","'=1+1 ""x""","待填写","5","待本人核对",""`);
});
