import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { MINUTE } from '../../cloudfunctions/core/calendar';
import { JOBS } from '../../miniprogram/packages/paper/burden/taps';
import { paired } from '../functions/pairs';
import type { Phone, Target } from './support/phone';
import { openStreet, type Street } from './support/street';

/** Touches from the page on which a job begins to where it is done; typing is none. */
class Counted {
  taps = 0;
  readonly phone: Phone;

  constructor(phone: Phone) {
    this.phone = phone;
  }

  async tap(target: Target): Promise<void> {
    this.taps += 1;
    await this.phone.tap(target);
  }
}

type Journey = (street: Street) => Promise<Counted>;

const JOURNEYS: Readonly<Record<string, Journey>> = {
  async ask(street) {
    const phone = await street.phone('resident', { device: 'taps-ask' });
    const by = new Counted(phone);
    await phone.goto('/packages/service/say/say');
    await by.tap('say-type');
    await phone.fill('say-text', '替我取一趟药');
    await by.tap('say-next');
    await phone.at('packages/service/confirm/confirm');
    await by.tap('confirm-submit');
    await phone.at('packages/service/request/request');
    return by;
  },
  async seat(street) {
    const phone = await street.phone('resident', { device: 'taps-seat' });
    const by = new Counted(phone);
    await phone.goto('/packages/school/session/session?id=s-table');
    await by.tap('session-main');
    await phone.see('座给您留好了');
    return by;
  },
  async mark(street) {
    await street.town.as('resident').call('session.take', { id: 's-now' });
    const phone = await street.phone('host', { device: 'taps-mark' });
    const by = new Counted(phone);
    await phone.goto('/packages/office/console/console?id=s-now');
    await by.tap({ test: 'console-mark', nth: 0 });
    await phone.see('1 / ');
    return by;
  },
  async visit(street) {
    const pairId = await paired(street.town);
    const at = street.town.clock.now() + MINUTE;
    const { id } = await street.town.as('member').call('home_lesson.book', { pairId, at });
    const phone = await street.phone('member', { device: 'taps-visit' });
    const by = new Counted(phone);
    await phone.goto(`/packages/school/home-visit/home-visit?id=${id}`);
    await by.tap({ word: '到了，坐下了' });
    await by.tap({ test: 'visit-word-learned', nth: 0 });
    await by.tap({ word: '记好了' });
    await phone.see('等老人家看');
    return by;
  },
  async slip(street) {
    const phone = await street.phone('dispatcher', { device: 'taps-slip' });
    const { code } = await street.town
      .as('dispatcher')
      .call('paper.print', { kind: 'wish', id: 'branch-jianguo', month: null });
    const by = new Counted(phone);
    await phone.goto('/packages/paper/in/in');
    await phone.mockScan({ path: `packages/school/check-in/check-in?scene=${code?.scene ?? ''}` });
    await by.tap('in-scan');
    await phone.fill('in-text', '想有人陪着说说话');
    await phone.fill('in-name', '样例街坊');
    await by.tap('in-hand-in');
    await phone.see('录好了');
    return by;
  },
  async ledger(street) {
    const phone = await street.phone('office', { device: 'taps-ledger' });
    const by = new Counted(phone);
    await phone.goto('/packages/paper/ledger/ledger');
    await by.tap('ledger-main');
    await phone.see('.xlsx');
    return by;
  },
};

describe('touches a job costs, as the burden meter says them', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
  });
  after(() => street.close());

  test('every job of the table is walked', () => {
    assert.deepEqual(JOBS.map(({ key }) => key).sort(), Object.keys(JOURNEYS).sort());
  });

  for (const { key, who, what, taps } of JOBS)
    test(`${who}: ${what}`, async () => {
      const walked = await JOURNEYS[key]?.(street);
      assert.equal(walked?.taps, taps);
      await walked?.phone.close();
    });
});
