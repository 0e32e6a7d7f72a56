import type { ActionName, InputOf, KindOf } from '@contract/actions';
import { dayOf } from '../../cloudfunctions/core/calendar';
import type { Visit } from './pages';

/**
 * What each page reads by itself when it is opened, as `openings.test.ts` asks it without a phone: one call, at
 * most four operations behind it. A page that names a read which stands neither here nor in LATER fails there.
 */
export interface Asked {
  name: ReadName;
  input: unknown;
}

type ReadName = { [Name in ActionName]: KindOf<Name> extends 'read' ? Name : never }[ActionName];
export type Opening = (visit: Opened) => readonly Asked[];

export interface Opened {
  visit: Visit;
  now: number;
  /** A parameter of the address. */
  of(name: string): string;
}

const ask = <Name extends ReadName>(name: Name, input: InputOf<Name>): Asked => ({ name, input });

/** Reads whose input is the `id` of the address, or nothing at all. */
type ById = { [Name in ReadName]: { id: string } extends InputOf<Name> ? Name : never }[ReadName];
type Bare = { [Name in ReadName]: Record<never, never> extends InputOf<Name> ? Name : never }[ReadName];

const bare =
  (...names: readonly Bare[]): Opening =>
  () =>
    names.map((name) => ({ name, input: {} }));
const byId =
  (name: ById): Opening =>
  ({ of }) => [{ name, input: { id: of('id') } }];
const nothing: Opening = () => [];

const MENU = { track: null, group: null, method: null, program: null } as const;

export const OPENINGS: Readonly<Record<string, Opening>> = {
  'pages/home/home': () => [ask('home.get', { communityId: null })],
  'pages/school/school': () => [
    ask('session.list', { program: null, venueId: null, communityId: null, after: null }),
    ask('school.empty', {}),
  ],
  'pages/service/service': bare('request.mine'),
  'pages/me/me': bare('me.get'),
  'packages/school/menu/menu': () => [
    ask('survey.get', {}),
    ask('course.menu', { ...MENU, communityId: null }),
  ],
  'packages/school/course/course': ({ of }) => [
    ask('course.get', { id: of('id') }),
    ask('relay.course', { id: of('id') }),
  ],
  'packages/school/session/session': byId('session.get'),
  'packages/school/mine/mine': bare('session.mine'),
  'packages/school/check-in/check-in': byId('session.get'),
  'packages/school/venue/venue': byId('venue.get'),
  'packages/school/venues/venues': () => [ask('venue.list', { communityId: null })],
  'packages/school/survey/survey': bare('survey.get'),
  'packages/school/home-lesson/home-lesson': bare('home_lesson.list'),
  'packages/school/home-visit/home-visit': byId('home_lesson.get'),
  'packages/school/pair/pair': bare('pair.list'),
  'packages/school/hours/hours': bare('study_hours.get'),
  'packages/school/routes/routes': bare('route.list', 'walk.mine'),
  'packages/school/route/route': () => [ask('route.get', { code: 'silver_talk' })],
  'packages/school/book/book': () => [ask('route.get', { code: 'red_classic' })],
  'packages/school/walk/walk': byId('walk.get'),
  'packages/school/telling/telling': bare('walk.desk'),
  'packages/school/faculty/faculty': bare('faculty.list'),
  'packages/school/teaching/teaching': bare('faculty.desk'),
  'packages/school/thank/thank': nothing,
  'packages/school/recorded/recorded': bare('recorded.list'),
  'packages/school/recording/recording': byId('recorded.get'),
  'packages/school/policy/policy': () => [ask('policy.get', { policy: 'learner_code', edition: null })],
  'packages/school/academy/academy': bare('committee.get', 'policy.list'),
  'packages/school/month/month': () => [ask('plan.month', { month: null })],
  'packages/school/station/station': bare('station.mine'),
  'packages/school/programs/programs': () => [ask('session.program', { program: 'night_school' })],
  'packages/service/say/say': bare('me.speaker'),
  'packages/service/confirm/confirm': bare('me.speaker'),
  'packages/service/request/request': byId('request.get'),
  'packages/service/rate/rate': byId('request.get'),
  'packages/service/wall/wall': () => [ask('wish.wall', { after: null })],
  'packages/service/wish/wish': byId('wish.get'),
  'packages/service/helping/helping': bare('rating.hints', 'request.helping'),
  'packages/service/emergency/emergency': nothing,
  'packages/service/teams/teams': bare('team.list'),
  'packages/service/activity/activity': byId('activity.get'),
  'packages/service/hours/hours': bare('hours.mine'),
  'packages/service/certificate/certificate': byId('hours.certificate'),
  'packages/service/awards/awards': () => [ask('award.board', { after: null }), ask('award.mine', {})],
  'packages/service/story/story': byId('award.get'),
  'packages/service/dual/dual': bare('dual.lists'),
  'packages/service/sesame/sesame': bare('sesame.get'),
  'packages/service/coming/coming': bare('trip.coming'),
  'packages/service/catalogue/catalogue': bare('catalogue.list'),
  'packages/service/item/item': byId('catalogue.get'),
  'packages/service/dual-purchase/dual-purchase': () => [ask('notice.list', { communityId: null })],
  'packages/service/brand/brand': () => [ask('brand.get', { brand: 'brand_red_sesame' })],
  'packages/grid/board/board': bare('grid.board'),
  'packages/grid/task/task': byId('request.get'),
  'packages/grid/household/household': nothing,
  'packages/grid/plan/plan': bare('trip.options'),
  'packages/grid/trip/trip': byId('trip.get'),
  'packages/office/triage/triage': () => [
    ask('danger.list', { communityId: null, called: false }),
    ask('desk.load', { communityId: null }),
    ask('desk.triage', { communityId: null }),
  ],
  'packages/office/matter/matter': byId('request.get'),
  'packages/office/console/console': byId('session.console'),
  'packages/office/hosting/hosting': bare('session.hosting'),
  'packages/office/visits/visits': () => [ask('trip.desk', { communityId: null })],
  'packages/office/team/team': bare('activity.leading'),
  'packages/office/activity/activity': byId('activity.desk'),
  'packages/office/awards/awards': bare('award.desk'),
  'packages/office/nomination/nomination': byId('award.get'),
  'packages/office/danger/danger': () => [ask('danger.list', { communityId: null })],
  'packages/office/callbacks/callbacks': () => [ask('desk.callbacks', { communityId: null })],
  'packages/office/keep/keep': byId('catalogue.get'),
  'packages/office/complaints/complaints': bare('complaint.desk'),
  'packages/office/ratings/ratings': () => [ask('rating.desk', { communityId: null })],
  'packages/office/approvals/approvals': bare('desk.approvals'),
  'packages/academic/plan/plan': ({ of }) => [
    ask('plan.get', { year: Number(of('year')) }),
    ask('plan.days', { year: Number(of('year')), month: 11 }),
  ],
  'packages/academic/share/share': bare('resource.list'),
  'packages/academic/archive/archive': ({ now }) => [ask('archive.month', { month: dayOf(now).slice(0, 7) })],
  'packages/academic/matters/matters': bare('committee.get', 'matter.list'),
  'packages/academic/matter/matter': byId('matter.get'),
  'packages/academic/content/content': bare('content.desk'),
  'packages/academic/draft/draft': byId('content.draft'),
  'packages/academic/write/write': ({ of }) => [ask('content.source', { kind: 'course', id: of('id') })],
  'packages/academic/desk/desk': ({ now }) => [
    ask('session.desk', { day: now }),
    ask('course.orders', {}),
    ask('station.pool', {}),
  ],
  'packages/academic/needs/needs': () => [ask('survey.heard', { after: null })],
  'packages/academic/arrange/arrange': bare('session.choices'),
  'packages/academic/class/class': byId('session.sheet'),
  'packages/people/family/family': bare('family.get'),
  'packages/people/joining/joining': bare('joining.mine'),
  'packages/people/elder/elder': ({ of }) => [ask('family.matters', { personId: of('person') })],
  'packages/people/my-data/my-data': bare('data.get', 'household.mine'),
  'packages/people/inbox/inbox': () => [ask('me.inbox', { after: null })],
  'packages/people/settings/settings': nothing,
  'packages/people/about/about': nothing,
  'packages/people/profile/profile': bare('me.speaker'),
  'packages/numbers/numbers/numbers': bare('numbers.get'),
  'packages/people/voice/voice': bare('complaint.mine'),
  'packages/people/complaint/complaint': byId('complaint.get'),
  'packages/people/portrait/portrait': bare('portrait.get'),
  'packages/people/powers/powers': bare('role.mine'),
  'packages/paper/print/print': nothing,
  'packages/paper/sheets/sheets': () => [ask('venue.list', { communityId: null })],
  'packages/paper/in/in': bare('me.speaker'),
  'packages/paper/lesson/lesson': ({ of }) => [ask('paper.read', { code: of('code') })],
  'packages/paper/lost/lost': bare('paper.lesson_slips'),
  'packages/paper/ledger/ledger': nothing,
  'packages/paper/burden/burden': ({ now }) => [ask('burden.get', { month: dayOf(now).slice(0, 7) })],
  'packages/admin/operations/operations': bare('operations.get'),
  'packages/admin/roles/roles': bare('role.waiting'),
  'packages/admin/grids/grids': () => [ask('grid.list', { communityId: null })],
  'packages/admin/caller/caller': nothing,
  'packages/admin/rights/rights': bare('rights.waiting'),
  'packages/admin/trail/trail': () => [ask('role.trail', { after: null })],
};

/** Pages that need more operations than four, and why: the same sentences stand in docs/architecture.md. */
export const MORE: Readonly<Record<string, { operations: number; why: string }>> = {
  'pages/home/home': {
    operations: 9,
    why: 'what is next may stand in five collections: classes, matters, news, family, visits; what waits for a word is asked by itself; and where somebody comes today, who it is and whether the matter is still theirs',
  },
  'pages/me/me': {
    operations: 5,
    why: 'of who has several desks, a count of each; a resident has none',
  },
  'packages/service/coming/coming': {
    operations: 5,
    why: 'where somebody comes today, who it is and whether the matter is still theirs',
  },
  'packages/school/venue/venue': {
    operations: 9,
    why: 'the six haves of the main school are counted where each of them stands; no other place is asked',
  },
  'packages/academic/content/content': {
    operations: 6,
    why: 'what is read and what grows old are four collections: drafts, courses, recorded lessons, rules; and what was laid aside, apart from what is under way',
  },
  'packages/grid/board/board': {
    operations: 5,
    why: 'what is in hand, what is done and the way out of the door, and what the street calls the grid',
  },
  'packages/people/elder/elder': {
    operations: 6,
    why: 'the bond, whose it is, and apart from each other what waits for a word, what is open and what is over',
  },
  'packages/office/matter/matter': {
    operations: 6,
    why: 'whose matter it is, the bond that may allow it, what is said nearby of the same thing and the grids of the place',
  },
  'packages/academic/arrange/arrange': {
    operations: 6,
    why: 'a class is put together from courses, rooms, stations, teachers and hosts',
  },
  'packages/academic/plan/plan': {
    operations: 5,
    why: 'the plan, its courses, its rooms and the classes that were made of it',
  },
  'packages/academic/archive/archive': {
    operations: 11,
    why: 'the archive stores nothing: a month is read out of everything in which something happened',
  },
  'packages/people/my-data/my-data': {
    operations: 8,
    why: 'everything that is kept of a person, out of every place in which it is kept',
  },
  'packages/paper/burden/burden': {
    operations: 8,
    why: 'what a month would have been in writing: one count of each kind of work',
  },
};

/** What a page reads only after a touch, or later by itself, and when. */
export const LATER: Readonly<Record<string, Readonly<Partial<Record<ReadName, string>>>>> = {
  'packages/school/course/course': { 'relay.session': 'the part that a class page asks it for' },
  'packages/academic/class/class': {
    'session.choices': 'who can host, when 换班主任 is touched',
    'session.fits': 'when a day is touched for it',
  },
  'packages/school/session/session': {
    'policy.get': 'after the first seat',
    'roundtable.get': 'at a table only, which the class itself says; below what is read first',
    'relay.session': 'at the end of a class only',
    'session.door': 'by the host, at the door',
  },
  'packages/school/check-in/check-in': { 'venue.here': 'instead, where a place’s code was scanned' },
  'packages/service/confirm/confirm': { 'grid.quarters': 'when a community is chosen' },
  'packages/service/teams/teams': { 'activity.list': 'when one team is looked at' },
  'packages/service/story/story': { 'course.menu': 'when a course is put beside it' },
  'packages/grid/board/board': { 'trip.options': 'when a trip is planned' },
  'packages/grid/task/task': { 'desk.helpers': 'when a department is asked in' },
  'packages/office/matter/matter': {
    'desk.helpers': 'when somebody is to be sent',
    'desk.triage': 'when it is done, for the next one',
  },
  'packages/office/hosting/hosting': {
    'session.console': 'once the list is read: the rosters of the day ahead, for a room without a network',
  },
  'packages/office/console/console': {
    'session.code': 'while people check in, and again every half minute',
    'roundtable.get': 'at a table only, which the class itself says; below the roster',
  },
  'packages/academic/arrange/arrange': {
    'session.sheet': 'when one that is planned is changed',
    'session.fits': 'when a room and a time are chosen',
  },
  'packages/academic/plan/plan': {
    'session.sheet': 'when a class is picked up to be moved',
    'session.fits': 'when a day is touched for it',
  },
  'packages/academic/matters/matters': { 'matter.subjects': 'when something is proposed' },
  'packages/academic/write/write': {
    'course.menu': 'for a lesson, whose course is chosen',
    'content.draft': 'instead, when a draft is written on',
  },
  'packages/people/profile/profile': { 'grid.quarters': 'when the community is known or chosen anew' },
  'packages/people/my-data/my-data': { 'data.export': 'when it is taken along' },
  'packages/people/complaint/complaint': { 'complaint.look_up': 'instead, with a code' },
  'packages/paper/sheets/sheets': { 'paper.slips': 'when it is about one thing, not a place' },
  'packages/paper/print/print': { 'hours.certificate': 'for a certificate' },
  'packages/paper/in/in': {
    'paper.read': 'when a slip’s code is typed',
    'session.console': 'for a roster',
  },
  'packages/admin/roles/roles': { 'role.find': 'with a code' },
};

/** Nobody has what this page shows in the street that is visited; that it says so is read all the same. */
export const NOT_THERE_YET: ReadonlySet<string> = new Set(['packages/service/certificate/certificate']);
