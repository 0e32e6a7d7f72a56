import type { Breakage, Proof } from '../breakage';

/** What nobody may build, what old eyes and fingers need, and what the feature map promises. */

const rules = (title: string, says: RegExp): Proof => ({
  file: 'test/guardrails/rules.test.ts',
  title,
  says,
});
const audit = (page: string, says: RegExp): Proof => ({
  file: 'test/guardrails/audit.test.ts',
  title: `^${page}:`,
  says,
});
const map = (title: string, says: RegExp): Proof => ({ file: 'test/domain/features.test.ts', title, says });
const TOKENS = 'miniprogram/styles/tokens.wxss';

export const screens: readonly Breakage[] = [
  {
    kind: 'guardrails',
    sentence: 'The home page has a leaderboard',
    file: 'miniprogram/pages/home/home.wxml',
    replaces: '<page-meta',
    by: '<view>积分排行</view>\n<page-meta',
    proof: rules('G1', /积分/),
  },
  {
    kind: 'guardrails',
    sentence: 'A matter is only taken with a photo',
    file: 'cloudfunctions/service/request/submit-schema.ts',
    replaces: '    kind: oneOf(REQUEST_KINDS),\n    text: text(LIMITS.sentence),',
    by: '    kind: oneOf(REQUEST_KINDS),\n    photoId: id,\n    text: text(LIMITS.sentence),',
    proof: rules('G4.*no action asks', /request\.submit: photoId/),
  },
  {
    kind: 'pages',
    sentence: 'What is pressed is half as high',
    file: TOKENS,
    replaces: '--rs-tap: 96rpx; ',
    by: '--rs-tap: 48rpx; ',
    proof: audit('pages/me/me', /to press \d+ × \d+/),
  },
  {
    kind: 'pages',
    sentence: 'Captions are pale',
    file: TOKENS,
    replaces: '--rs-ink-3: #6F665D; ',
    by: '--rs-ink-3: #B5ADA5; ',
    proof: audit('pages/me/me', /contrast \d/),
  },
  {
    kind: 'feature map',
    sentence: 'A row is said to be proven by a test that does not carry its number',
    file: 'docs/features.md',
    replaces: '| venue.list | test/domain/seed.test.ts |',
    by: '| venue.list | test/domain/machines.test.ts |',
    proof: map('proven by a test', /S13 in test\/domain\/machines/),
  },
  {
    kind: 'feature map',
    sentence: 'A row names an action that is gone',
    file: 'cloudfunctions/school/venue/actions.ts',
    replaces: "    name: 'venue.here',",
    by: "    name: 'venue.there' as 'venue.here',",
    proof: map('names a page', /venue\.here/),
  },
];
