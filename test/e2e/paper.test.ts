import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Phone } from './support/phone';
import { codeOn, keep, printed, printings } from './support/sheets';
import { openStreet, type Street } from './support/street';

describe('paper, on the phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
  });
  after(() => street.close());

  test('every sheet is drawn whole, and a telephone reads the code on it', async () => {
    const phones = new Map<string, Promise<Phone>>();
    const phoneOf = (holder: string) => {
      const open = phones.get(holder) ?? street.phone(holder, { device: `paper-${holder}` });
      phones.set(holder, open);
      return open;
    };
    for (const { kind, holder, id, pages, code } of await printings(street.town)) {
      const phone = await phoneOf(holder);
      await phone.goto(`/packages/paper/print/print?kind=${kind}&id=${id}`);
      await phone.at('packages/paper/print/print');
      const sheets = await printed(phone);
      keep(kind, sheets);
      assert.equal(sheets.length, pages, kind);
      const read = sheets[0] === undefined ? null : codeOn(sheets[0]);
      if (code !== null) assert.match(decodeURIComponent(read ?? ''), code, kind);
      await phone.back();
    }
    assert.deepEqual(await street.problems(), []);
  });
});
