import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { everything as table } from '../../cloudfunctions/entry/everything';
import { ROOT } from '../../tools/lib/root';

interface Journey {
  /** Where a resident does it on a phone of their own. */
  page: string;
  /** How somebody else does it for them; absent: the person who is rung talks it through. */
  forThem?: string;
}

/** Everything that a resident or learner may want of the street, with the way that needs no phone of theirs (G3). */
const JOURNEYS: readonly Journey[] = [
  { page: 'service/say/say', forThem: 'household.open' },
  { page: 'service/confirm/confirm', forThem: 'household.open' },
  { page: 'service/request/request', forThem: 'request.confirm' },
  { page: 'service/rate/rate', forThem: 'rating.call_back' },
  { page: 'service/wall/wall' },
  { page: 'service/wish/wish' },
  { page: 'service/activity/activity', forThem: 'activity.settle' },
  { page: 'service/awards/awards' },
  { page: 'service/catalogue/catalogue' },
  { page: 'service/item/item' },
  { page: 'service/certificate/certificate' },
  { page: 'service/dual/dual' },
  { page: 'service/dual-purchase/dual-purchase' },
  { page: 'service/sesame/sesame' },
  { page: 'school/session/session', forThem: 'session.take_group' },
  { page: 'school/check-in/check-in', forThem: 'session.mark' },
  { page: 'school/menu/menu', forThem: 'course.order_branch' },
  { page: 'school/course/course', forThem: 'course.order_branch' },
  { page: 'school/book/book' },
  { page: 'school/route/route' },
  { page: 'school/walk/walk' },
  { page: 'school/home-visit/home-visit', forThem: 'home_lesson.book' },
  { page: 'school/pair/pair' },
  { page: 'school/policy/policy' },
  { page: 'school/survey/survey' },
  { page: 'school/teaching/teaching', forThem: 'faculty.add' },
  { page: 'school/telling/telling', forThem: 'route.describe' },
  { page: 'people/voice/voice', forThem: 'complaint.enter' },
  { page: 'people/complaint/complaint', forThem: 'complaint.enter' },
  { page: 'people/elder/elder', forThem: 'household.open' },
  { page: 'people/profile/profile', forThem: 'household.register' },
  { page: 'people/family/family', forThem: 'family.witness' },
  { page: 'people/my-data/my-data' },
  { page: 'people/joining/joining', forThem: 'joining.offer' },
];

/** Nobody needs them to get something: a word of thanks, a lesson to look at, a post of a volunteer. */
const NOT_A_JOURNEY = [
  // Of whoever comes to the doors, for the households.
  'people/portrait/portrait',
  'school/recording/recording',
  'school/station/station',
  'school/thank/thank',
  'service/brand/brand',
];

const wxml = (page: string) => readFileSync(path.join(ROOT, 'miniprogram/packages', `${page}.wxml`), 'utf8');
const app = JSON.parse(readFileSync(path.join(ROOT, 'miniprogram/app.json'), 'utf8')) as {
  subPackages: { root: string; pages: string[] }[];
};

describe('not everybody has a phone of their own', () => {
  test('[G3] where a resident does something, the counter can be rung instead', () => {
    const without = JOURNEYS.filter(
      ({ page }) => !/<rs-call\b|bindtap="onCall"|<four-lines\b/.test(wxml(page)),
    );
    assert.deepEqual(without, []);
  });

  test('[4.3] where microphone, album or clipboard is used, the question about privacy has its place', () => {
    const uses = /device\/copy'|device\/pick-(?:video|photo)'|saveToAlbum|setClipboardData|api\/recorder'/;
    const pages = app.subPackages.flatMap(({ root, pages: own }) =>
      own.map((page) => `${root.replace('packages/', '')}/${page}`),
    );
    const source = (page: string) =>
      readFileSync(path.join(ROOT, 'miniprogram/packages', `${page}.ts`), 'utf8');
    const asks = pages.filter((page) => uses.test(source(page)) || /<(rs-)?speak\b/.test(wxml(page)));
    assert.ok(asks.length >= 8, asks.join(', '));
    assert.deepEqual(
      asks.filter((page) => !wxml(page).includes('<rs-privacy')),
      [],
    );
  });

  test('[G3] and where somebody does it for them, that action is there', () => {
    const missing = JOURNEYS.filter(({ forThem }) => forThem !== undefined && !table.has(forThem));
    assert.deepEqual(missing, []);
  });

  test('[G3] every page of residents with a main button is one of these journeys', () => {
    const known = new Set([...JOURNEYS.map(({ page }) => page), ...NOT_A_JOURNEY]);
    const unknown = app.subPackages
      .flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`.replace('packages/', '')))
      .filter((page) => /^(school|service|people)\//.test(page) && wxml(page).includes('<rs-action'))
      .filter((page) => !known.has(page));
    assert.deepEqual(unknown, []);
  });
});
