import type { Page } from 'playwright-core';
import type { Gateway } from './fake-gateway';
import { gridDesk } from './samples/people';

/** A page to look at, and what happens before the picture is taken. */
export interface Shot {
  name: string;
  /** `/pages/home/home`, with a query where the page wants one. */
  start: string;
  /** More of what this phone has kept. */
  storage?: Record<string, unknown>;
  before?: (gateway: Gateway) => void;
  act?: (page: Page) => Promise<void>;
  /** What is looked at does not exist in 大字版. */
  standardOnly?: boolean;
  /** ms until the page is drawn; 500 when not given. */
  wait?: number;
}

const page = (name: string, start: string): Shot => ({ name, start });

/** Taps what says this, and waits for what it opens. */
async function tap(on: Page, words: string, opens = ''): Promise<void> {
  // Tab pages stay alive behind the one on top: only what is seen can be tapped.
  await on.getByText(words, { exact: true }).locator('visible=true').first().click({ timeout: 5000 });
  if (opens !== '') await on.getByText(opens).locator('visible=true').first().waitFor({ timeout: 5000 });
  await on.waitForTimeout(400);
}

/** As the outbox keeps what was said without a network. */
const waiting = (rid: string, title: string): object => ({
  rid,
  name: 'request.submit',
  input: { kind: 'errand', text: title, audio: null, occurredAt: null },
  title,
  at: 0,
  state: 'waiting',
  says: '',
  tries: 0,
  recording: null,
});

export const SHOTS: readonly Shot[] = [
  page('home', '/pages/home/home'),
  {
    ...page('home-first', '/pages/home/home'),
    storage: { 'community:chosen': '', 'look:answered': false },
    before: (gateway) =>
      gateway.answer('home.get', () => ({
        me: {
          known: false,
          name: '',
          communityId: null,
          elder: false,
          hasPhone: false,
          hasAddress: false,
          roles: [],
          unread: 0,
          sample: false,
        },
        communities: [{ id: 'jianguo', name: '建国社区', phone: null, hours: null }],
        templates: { progress: '', class: '', visit: '' },
        hears: false,
        matter: null,
        desks: [gridDesk],
        classes: [],
      })),
  },
  { ...page('home-loading', '/pages/home/home'), before: (gateway) => gateway.delay(9000), wait: 600 },
  { ...page('home-error', '/pages/home/home'), before: (gateway) => gateway.fail('broken'), wait: 900 },
  { ...page('home-choose', '/pages/home/home'), standardOnly: true, act: (on) => tap(on, '建国社区') },
  {
    ...page('home-larger', '/pages/home/home'),
    standardOnly: true,
    act: (on) => tap(on, '大字版', '打电话给社区'),
  },
  page('school', '/pages/school/school'),
  {
    ...page('school-empty', '/pages/school/school'),
    before: (gateway) => gateway.answer('session.list', () => ({ items: [], next: null })),
  },
  page('service', '/pages/service/service'),
  {
    ...page('service-waiting', '/pages/service/service'),
    storage: { outbox: [waiting('r-1', '水管冻了')] },
    before: (gateway) => gateway.refuse('request.submit', 'BUSY'),
    wait: 3500,
  },
  {
    ...page('service-refused', '/pages/service/service'),
    storage: { outbox: [waiting('r-2', '说的一句话')] },
    before: (gateway) => gateway.refuse('request.submit', 'TEXT_REFUSED'),
  },
  {
    ...page('service-offline', '/pages/service/service'),
    act: async (on) => {
      await on.evaluate('window.__phone.setConditions({ network: "none" })');
      await tap(on, '我的');
      await tap(on, '首页');
      await on.waitForTimeout(400);
    },
  },
  page('me', '/pages/me/me'),
  page('inbox', '/packages/people/inbox/inbox'),
  page('settings', '/packages/people/settings/settings'),
  page('about', '/packages/people/about/about'),
  page('profile', '/packages/people/profile/profile'),
  {
    ...page('profile-consent', '/packages/people/profile/profile'),
    act: async (on) => {
      await on.locator('[data-field=building] input').fill('3 号楼');
      await tap(on, '存上', '单独问您');
    },
  },
  page('menu', '/packages/school/menu/menu'),
  page('course', '/packages/school/course/course?id=c-2'),
  page('session', '/packages/school/session/session?id=s-table'),
  page('session-full', '/packages/school/session/session?id=s-night'),
  page('mine', '/packages/school/mine/mine'),
  page('check-in', '/packages/school/check-in/check-in?id=s-table'),
  page('venue', '/packages/school/venue/venue?id=jianguo'),
  page('venues', '/packages/school/venues/venues'),
  page('say', '/packages/service/say/say'),
  page('confirm', '/packages/service/confirm/confirm'),
  page('request', '/packages/service/request/request?id=r-lamp'),
  page('rate', '/packages/service/rate/rate?id=r-pills'),
  page('wall', '/packages/service/wall/wall'),
  page('wish', '/packages/service/wish/wish?id=w-1'),
  page('helping', '/packages/service/helping/helping'),
  page('emergency', '/packages/service/emergency/emergency'),
  page('board', '/packages/grid/board/board'),
  page('task', '/packages/grid/task/task?id=r-stairs'),
  page('trip-plan', '/packages/grid/plan/plan?pick=r-lamp,r-hair'),
  page('trip', '/packages/grid/trip/trip?id=t-1'),
  {
    ...page('trip-sheet', '/packages/grid/trip/trip?id=t-1'),
    act: async (on) => {
      await tap(on, '记一家', '这家怎么样？');
      await tap(on, '有事要代办');
    },
  },
  page('trip-coming', '/packages/service/coming/coming'),
  {
    ...page('trip-coming-none', '/packages/service/coming/coming'),
    before: (gateway) => gateway.answer('trip.coming', () => ({ items: [] })),
  },
  {
    ...page('table-host', '/packages/office/console/console?id=s-table'),
    act: async (on) => {
      await tap(on, '开始，第一位说', '还能说');
      await tap(on, '记一件说好的', '谁牵头？');
    },
  },
  page('table-session', '/packages/school/session/session?id=s-table'),
  page('trip-desk', '/packages/office/visits/visits'),
  page('triage', '/packages/office/triage/triage'),
  page('matter', '/packages/office/matter/matter?id=r-stairs'),
  page('console', '/packages/office/console/console?id=s-table'),
  page('hosting', '/packages/office/hosting/hosting'),
];
