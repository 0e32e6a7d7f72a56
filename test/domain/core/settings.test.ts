import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_SETTINGS } from '../../../cloudfunctions/core/settings';
import { settingsFrom } from '../../../cloudfunctions/core/settings-read';

test('what a deployment does not say stays as it is, inside of a setting too', () => {
  assert.deepEqual(settingsFrom({}), DEFAULT_SETTINGS);
  const said = settingsFrom({ tierWorkdays: { normal: 5 }, quiet: { from: '22:00' }, noShowToEnd: true });
  assert.deepEqual(said.tierWorkdays, { ...DEFAULT_SETTINGS.tierWorkdays, normal: 5 });
  assert.deepEqual(said.quiet, { from: '22:00', to: DEFAULT_SETTINGS.quiet.to });
  assert.equal(said.noShowToEnd, true);
  assert.equal(settingsFrom({ reminders: { morning: '' } }).reminders.morning, '');
});

for (const [what, given, words] of [
  ['a misspelt name', { verifyWorkday: 5 }, /no setting verifyWorkday$/],
  ['a misspelt name inside', { tierWorkdays: { usual: 5 } }, /no setting tierWorkdays\.usual$/],
  ['a name of every object', JSON.parse('{"__proto__": 1}'), /no setting __proto__/],
  ['a number as text', { verifyWorkdays: '5' }, /verifyWorkdays cannot be "5"/],
  ['a number below zero', { verifyWorkdays: -1 }, /verifyWorkdays cannot be -1/],
  ['a list for an object', { quiet: ['21:00', '08:00'] }, /quiet cannot be/],
  ['a time that no clock shows', { quiet: { from: '24:30' } }, /quiet\.from cannot be "24:30"/],
  ['no time where one is needed', { noonRest: { from: '' } }, /noonRest\.from cannot be ""/],
  ['a sheet that the ledger does not have', { ledgerColumns: { wish: [] } }, /no sheet wish$/],
  ['a column without a title', { ledgerColumns: { wishes: [['no']] } }, /columns of wishes/],
] as const) {
  test(`${what} keeps a function from starting, and is named`, () => {
    assert.throws(() => settingsFrom(given), { message: words });
  });
}
