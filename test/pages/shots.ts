import type { Page } from 'playwright-core';
import { TONE } from '../support/voice-provider';
import type { Gateway } from './fake-gateway';
import { SAMPLE_NOW } from './samples/clock';
import { atTheDesks, gridDesk } from './samples/people';
import { groupSession, openSheet } from './samples/schedule';
import { besideAtTheDoor } from './samples/school';

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

/** An item as it stood when two began to write it anew. */
const BEGUN = {
  category: 'elder_care',
  title: '上门理发',
  forWhom: '上了岁数的',
  asks: '啥时候家里有人\n住几栋（上门当天才看门牌）',
  takes: '5 天里约好日子',
  otherWays: '打社区座机说一声，或者到社区窗口，托街坊捎句话也行',
};

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
        aloud: false,
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
  {
    ...page('me-desks', '/pages/me/me'),
    before: (gateway) => gateway.answer('me.get', () => atTheDesks),
  },
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
  {
    ...page('check-in-faces', '/packages/school/check-in/check-in?scene=v%3DABC123'),
    before: (gateway) =>
      gateway.answer('venue.here', () => ({
        ...besideAtTheDoor(SAMPLE_NOW),
        later: null,
      })),
    act: async (on) => {
      await on.locator('[data-test=check-in-face]').nth(1).click({ timeout: 5000 });
      await on.waitForTimeout(400);
    },
  },
  page('venue', '/packages/school/venue/venue?id=jianguo'),
  page('venues', '/packages/school/venues/venues'),
  page('policy', '/packages/school/policy/policy?policy=learner_code'),
  page('policy-empty', '/packages/school/policy/policy?policy=ideology'),
  page('academy', '/packages/school/academy/academy'),
  page('month', '/packages/school/month/month'),
  {
    ...page('month-error', '/packages/school/month/month'),
    before: (gateway) => gateway.fail('broken'),
    wait: 900,
  },
  page('academic-matters', '/packages/academic/matters/matters'),
  page('academic-matter', '/packages/academic/matter/matter?id=m-1'),
  page('academic-matter-carried', '/packages/academic/matter/matter?id=m-carried'),
  page('academic-content', '/packages/academic/content/content'),
  {
    ...page('academic-stale', '/packages/academic/content/content'),
    act: (on) => tap(on, '防诈骗三道门', '还准，确认一遍'),
  },
  page('academic-draft', '/packages/academic/draft/draft?id=d-1'),
  page('academic-write', '/packages/academic/write/write?kind=course&id=c-1'),
  {
    ...page('academic-write-kept', '/packages/academic/write/write?kind=course&id=c-1'),
    storage: {
      'draft:write:course:c-1': { rid: 'r-kept', content: { words: { title: '样例新课' }, chosen: {} } },
    },
  },
  {
    ...page('academic-write-reading', '/packages/academic/write/write?kind=course&id=c-1'),
    before: (gateway) =>
      gateway.answer('content.source', () => ({ body: null, draftId: 'd-1', reading: true })),
  },
  page('academic-plan', '/packages/academic/plan/plan?year=2026'),
  {
    ...page('academic-plan-add', '/packages/academic/plan/plan?year=2026'),
    act: (on) => tap(on, '添一个班次', '哪类内容'),
  },
  {
    ...page('academic-plan-move', '/packages/academic/plan/plan?year=2026'),
    before: (gateway) => gateway.answer('session.sheet', () => openSheet(SAMPLE_NOW)),
    async act(on) {
      await tap(on, '排上了', '看这节课');
      await tap(on, '30', '为啥挪');
    },
  },
  page('academic-archive', '/packages/academic/archive/archive'),
  page('academic-share', '/packages/academic/share/share'),
  page('say', '/packages/service/say/say'),
  page('confirm', '/packages/service/confirm/confirm'),
  page('request', '/packages/service/request/request?id=r-lamp'),
  {
    ...page('aloud-request', '/packages/service/request/request?id=r-lamp'),
    storage: { aloud: true },
    before: (gateway) =>
      gateway.answer('aloud.request', () => ({
        words: '您这件事，正在办。网格员在办。说好明天前办。有话要问，就打电话。',
        audio: TONE,
      })),
    act: (on) => tap(on, '念给我听', '您这件事'),
  },
  {
    ...page('aloud-session', '/packages/school/session/session?id=s-table'),
    storage: { aloud: true },
    before: (gateway) => gateway.refuse('aloud.session', 'VOICE_DOWN'),
    act: (on) => tap(on, '念给我听', '这会儿念不出来'),
  },
  {
    ...page('aloud-coming', '/packages/service/coming/coming'),
    storage: { aloud: true },
    before: (gateway) =>
      gateway.answer('aloud.coming', () => ({
        words: '网格员，今天下午 3 点前后，到您家。先对敲门码，对上了再开门。',
        audio: TONE,
      })),
    act: (on) => tap(on, '念给我听', '对上了再开门'),
  },
  {
    ...page('aloud-menu', '/packages/school/menu/menu'),
    storage: { aloud: true },
    before: (gateway) =>
      gateway.answer('aloud.menu', () => ({
        words: '有 12 门课能点。想学哪门，就点它下面的点这门。',
        audio: TONE,
      })),
  },
  {
    ...page('aloud-confirm', '/packages/service/confirm/confirm'),
    storage: { aloud: true, 'draft:say': { rid: 'r-said', content: { text: '家里水管冻了' } } },
  },
  {
    ...page('aloud-emergency', '/packages/service/emergency/emergency'),
    storage: { aloud: true, 'aloud:danger': { words: '别慌，这样的事不排队。', path: 'aloud-danger.mp3' } },
  },
  page('rate', '/packages/service/rate/rate?id=r-pills'),
  page('wall', '/packages/service/wall/wall'),
  page('wish', '/packages/service/wish/wish?id=w-1'),
  page('helping', '/packages/service/helping/helping'),
  page('emergency', '/packages/service/emergency/emergency'),
  page('emergency-word', `/packages/service/emergency/emergency?word=${encodeURIComponent('胸口疼')}`),
  page(
    'emergency-sentence',
    `/packages/service/emergency/emergency?word=${encodeURIComponent('我妈躺在地上怎么叫也不答应')}`,
  ),
  page('board', '/packages/grid/board/board'),
  page('task', '/packages/grid/task/task?id=r-stairs'),
  page('task-receipt', '/packages/grid/task/task?id=r-shopping'),
  page('request-receipt', '/packages/service/request/request?id=r-bought'),
  page('request-knock', '/packages/service/request/request?id=r-knock'),
  {
    ...page('request-knock-stop', '/packages/service/request/request?id=r-knock'),
    async act(on) {
      for (let miss = 0; miss < 3; miss += 1) await tap(on, '他报的对不上');
    },
  },
  page('portrait', '/packages/people/portrait/portrait'),
  {
    ...page('portrait-none', '/packages/people/portrait/portrait'),
    before: (gateway) =>
      gateway.answer('portrait.get', () => ({
        line: { name: '李**', role: '网格员', sample: true },
        picture: null,
        rings: false,
        hasPhone: false,
      })),
  },
  {
    ...page('portrait-asked', '/packages/people/portrait/portrait'),
    act: (on) => tap(on, '换一张照片', '照片，单独问您'),
  },
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
  page('matter-unchecked', '/packages/office/matter/matter?id=r-unchecked'),
  page('request-unchecked', '/packages/service/request/request?id=r-unchecked'),
  page('console', '/packages/office/console/console?id=s-table'),
  page('catalogue', '/packages/service/catalogue/catalogue'),
  page('item', '/packages/service/item/item?id=item-elder-care-1'),
  page('item-child', '/packages/service/item/item?id=item-child-care-1'),
  {
    ...page('item-child-guardian', '/packages/service/item/item?id=item-child-care-1'),
    act: (on) => tap(on, '我要办', '监护人来填'),
  },
  page('dual-purchase', '/packages/service/dual-purchase/dual-purchase'),
  {
    ...page('dual-purchase-buy', '/packages/service/dual-purchase/dual-purchase'),
    act: (on) => tap(on, '要代买东西', '买点啥'),
  },
  page('brand', '/packages/service/brand/brand?brand=brand_red_sesame'),
  page('joining', '/packages/people/joining/joining'),
  {
    ...page('joining-look', '/packages/people/joining/joining'),
    act: async (on) => {
      await on.locator('input').locator('visible=true').first().fill('128469');
      await tap(on, '看看是谁的', '是您本人吗？');
    },
  },
  {
    ...page('joining-joined', '/packages/people/joining/joining'),
    before: (gateway) =>
      gateway.answer('joining.mine', () => ({
        joined: {
          name: '样例大娘',
          sample: true,
          community: '建国社区',
          at: SAMPLE_NOW,
          partUntil: SAMPLE_NOW + 24 * 3_600_000,
        },
      })),
  },
  {
    ...page('privacy-ask', '/packages/service/say/say'),
    act: async (on) => {
      await on.locator('.c-speak .c-button').locator('visible=true').first().click();
      await on.getByText('用麦克风，行吗？').locator('visible=true').first().waitFor();
      await on.waitForTimeout(400);
    },
  },
  {
    ...page('privacy-refused', '/packages/service/say/say'),
    act: async (on) => {
      await on.locator('.c-speak .c-button').locator('visible=true').first().click();
      await tap(on, '先不用', '不用也能办');
    },
  },
  page('voice', '/packages/people/voice/voice'),
  page('voice-enter', '/packages/people/voice/voice?enter=1'),
  page('complaint', '/packages/people/complaint/complaint?code=A7K2M9QX'),
  page('complaint-desk', '/packages/people/complaint/complaint?id=c-1'),
  page('complaints', '/packages/office/complaints/complaints'),
  page('keep', '/packages/office/keep/keep?id=item-elder-care-1'),
  {
    // A colleague stored 3 天 while this phone wrote 7 天: theirs is said, one's own stays.
    ...page('keep-clash', '/packages/office/keep/keep?id=item-elder-care-1'),
    storage: {
      'draft:keep:item-elder-care-1': {
        rid: 'r-kept',
        content: { from: BEGUN, form: { ...BEGUN, takes: '7 天里约好日子' } },
      },
    },
  },
  {
    ...page('paper-void', '/packages/paper/in/in?scene=w%3DVOID'),
    before: (gateway) => {
      gateway.refuse('paper.read', 'SLIP_VOID');
    },
  },
  page('ratings', '/packages/office/ratings/ratings'),
  page('approvals', '/packages/office/approvals/approvals'),
  page('hosting', '/packages/office/hosting/hosting'),
  page('academic-desk', '/packages/academic/desk/desk'),
  {
    ...page('academic-plans', '/packages/academic/desk/desk'),
    act: (on) => tap(on, '在办的', '日子过了的'),
  },
  {
    ...page('academic-week', '/packages/academic/desk/desk'),
    act: (on) => tap(on, '课表', '按场地'),
  },
  {
    ...page('academic-venues', '/packages/academic/desk/desk'),
    async act(on) {
      await tap(on, '课表', '按场地');
      await tap(on, '按场地');
    },
  },
  { ...page('academic-plans', '/packages/academic/desk/desk'), act: (on) => tap(on, '在办的', '时间待定') },
  {
    ...page('academic-empty', '/packages/academic/desk/desk'),
    before: (gateway) => {
      gateway.answer('course.orders', () => ({ pool: [], waiting: [] }));
      gateway.answer('station.pool', () => ({ groups: [] }));
    },
  },
  {
    ...page('academic-error', '/packages/academic/desk/desk'),
    before: (gateway) => gateway.fail('broken'),
    wait: 900,
  },
  page('academic-arrange', '/packages/academic/arrange/arrange?id=s-3'),
  page('academic-arrange-new', '/packages/academic/arrange/arrange?station=st-1&slot=2-afternoon'),
  page('academic-class', '/packages/academic/class/class?id=s-3'),
  {
    ...page('academic-class-return', '/packages/academic/class/class?id=s-3'),
    act: (on) => tap(on, '退回去改', '哪里要改？'),
  },
  {
    ...page('academic-class-postpone', '/packages/academic/class/class?id=s-1'),
    before: (gateway) => gateway.answer('session.sheet', () => openSheet(SAMPLE_NOW)),
    act: (on) => tap(on, '改日子', '挪到哪天？'),
  },
  {
    ...page('academic-class-host', '/packages/academic/class/class?id=s-1'),
    before: (gateway) => gateway.answer('session.sheet', () => openSheet(SAMPLE_NOW)),
    act: (on) => tap(on, '换班主任', '请谁当班主任？'),
  },
  page('station', '/packages/school/station/station'),
  {
    ...page('station-empty', '/packages/school/station/station'),
    before: (gateway) => gateway.answer('station.mine', () => ({ items: [] })),
  },
  {
    ...page('station-report', '/packages/school/station/station'),
    act: (on) => tap(on, '再报一个站点', '是哪种'),
  },
  page('programs', '/packages/school/programs/programs'),
  page('programs-one', '/packages/school/programs/programs?program=night_school'),
  {
    ...page('session-group', '/packages/school/session/session?id=s-table'),
    standardOnly: true,
    before: (gateway) => gateway.answer('session.get', () => groupSession(SAMPLE_NOW)),
    act: (on) => tap(on, '支部一起来，占几座', '哪个支部'),
  },
  {
    ...page('session-door', '/packages/school/session/session?id=s-table'),
    standardOnly: true,
    before: (gateway) =>
      gateway.answer('session.get', () => ({ ...groupSession(SAMPLE_NOW), next: ['keep_door'] })),
    act: (on) => tap(on, '帮着点到', '打一个字，或者四个数'),
  },
  {
    ...page('session-counted', '/packages/school/session/session?id=s-table'),
    before: (gateway) =>
      gateway.answer('session.get', () => ({
        ...groupSession(SAMPLE_NOW),
        mine: { is: 'attended' as const, at: SAMPLE_NOW, how: 'roster' as const },
        countedBy: 'host' as const,
        next: [],
      })),
  },
  {
    ...page('session-seat-code', '/packages/school/session/session?id=s-table'),
    before: (gateway) =>
      gateway.answer('session.get', () => ({
        ...groupSession(SAMPLE_NOW),
        mine: { is: 'seated' as const, since: SAMPLE_NOW },
        next: ['check_in' as const],
        seatNumber: '0427',
      })),
    act: (on) => tap(on, '给门口的人扫座号', '座号 0427'),
  },
  {
    ...page('console-door', '/packages/office/console/console?id=s-table'),
    standardOnly: true,
    act: (on) => tap(on, '请人帮着点到', '帮忙的人看不到名单'),
  },
  {
    ...page('session-guests', '/packages/school/session/session?id=s-table'),
    before: (gateway) => gateway.answer('session.get', () => groupSession(SAMPLE_NOW)),
  },
  {
    ...page('course-branch', '/packages/school/course/course?id=c-vow'),
    standardOnly: true,
    act: (on) => tap(on, '给支部点这门', '哪个支部'),
  },
];
