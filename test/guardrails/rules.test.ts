import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { DAY } from '../../cloudfunctions/core/calendar';
import { DEFAULT_SETTINGS } from '../../cloudfunctions/core/settings';
import { everything as table } from '../../cloudfunctions/entry/everything';
import { COLUMNS } from '../../cloudfunctions/report/ledger/columns';
import { courses } from '../../cloudfunctions/school/course/model';
import { newPolicies, policies } from '../../cloudfunctions/school/policy/model';
import { recordedLessons } from '../../cloudfunctions/school/recorded/model';
import { stops } from '../../cloudfunctions/school/route/model';
import { demonstration } from '../../database/seed';
import { CHANNELS, LEDGER_SHEETS } from '../../miniprogram/contract/words';
import { ROOT } from '../../tools/lib/root';
import { fieldsOf } from './schema-fields';
import { namesIn, productSources, type Source, withoutComments } from './sources';

/** The guardrails of rules.md section 3: building what they forbid fails here. */
const sources = productSources().map(withoutComments);
const all = productSources();

const withNames = (words: ReadonlySet<string>): string[] =>
  sources.flatMap(({ file, text }) =>
    namesIn(text)
      .filter((word) => words.has(word))
      .map((word) => `${file}: ${word}`),
  );
const saying = (from: readonly Source[], pattern: RegExp): string[] =>
  from.flatMap(({ file, text }) => (text.match(pattern) ?? []).map((words) => `${file}: ${words}`));

/** A rule with a wording; the seed has none. */
function ruled(now: number) {
  const version = { edition: 1, text: '制度', effectiveOn: '2026-11-01', approvedAt: now };
  const rule = { ...newPolicies('ideology', now), edition: 1, versions: [version] };
  return { ...rule, wakeAt: policies.nextTimer(rule, DEFAULT_SETTINGS) };
}

describe('guardrails', () => {
  test('[G1] no points, ranking, levels, streaks or badges, in names and in words', () => {
    const forbidden = new Set([
      'points',
      'score',
      'scores',
      'scoring',
      'rank',
      'ranks',
      'ranking',
      'rankings',
      'leaderboard',
      'streak',
      'streaks',
      'badge',
      'badges',
      'medal',
      'medals',
    ]);
    assert.deepEqual(withNames(forbidden), []);
    assert.deepEqual(saying(sources, /积分|排行|(?<!不)排名|打卡|红黑榜|勋章/g), []);
  });

  test('[G1] the scan itself finds what it looks for', () => {
    assert.deepEqual(namesIn('const leaderBoard = rankOf(x_score)'), [
      'const',
      'leader',
      'board',
      'rank',
      'of',
      'x',
      'score',
    ]);
  });

  test('[G2] nothing counts time online, logins or watching', () => {
    const forbidden = new Set(['logins', 'watched', 'viewed', 'pageviews', 'dwell', 'heartbeat']);
    assert.deepEqual(withNames(forbidden), []);
    assert.deepEqual(
      saying(sources, /(watch|online|view|login)(Time|Seconds|Minutes|Duration|Count)\b/g),
      [],
    );
  });

  test('[G3] a matter may come in by every way that is not a telephone in one’s own hand', () => {
    assert.deepEqual(
      new Set(Object.keys(CHANNELS)),
      new Set(['self', 'family', 'neighbour', 'grid', 'phone', 'counter', 'paper']),
    );
  });

  test('[G4] no action asks for a photo, a video, a face or a place; two take a picture that is freely given', () => {
    const asked = [...table.values()].flatMap(({ name, input }) =>
      fieldsOf(input)
        .filter((field) =>
          /photo|picture|image|video|face|latitude|longitude|location|idcard|id_number/i.test(field),
        )
        .map((field) => `${name}: ${field}`),
    );
    // One's own at the door, and of a receipt: each has an action of its own that nothing waits for (workflows 2.2).
    assert.deepEqual(asked, ['portrait.put: picture', 'request.receipt: picture']);
  });

  test('[G4] nothing finds out where a person is; the names are not even in a comment', () => {
    const names = ['Location', 'FuzzyLocation', 'Poi'].flatMap((what) =>
      ['get', 'choose', 'start', 'onChange'].map((verb) => `${verb}${what}`),
    );
    assert.deepEqual(saying(all, new RegExp(`\\b(${names.join('|')})\\b`, 'g')), []);
  });

  test('[G6] [G11] no quota, and nobody is shamed: it is about the matter', () => {
    assert.deepEqual(saying(sources, /不少于\s*\d+\s*(件|次|条)|通报批评|逾期未|名单通报|考核(?!依据)/g), []);
  });

  test('[G7] complaints are one step from 我的', () => {
    const me = readFileSync(path.join(ROOT, 'miniprogram/pages/me/me.wxml'), 'utf8');
    assert.match(me, /title="投诉建议"[^>]*link="\/packages\/people\/voice\/voice"/);
    assert.match(me, /不留名也行/);
  });

  test('[G7] from every page 投诉建议 is one tap, from the alarm two; also where a page could not be loaded', () => {
    const read = (file: string) => readFileSync(path.join(ROOT, 'miniprogram', file), 'utf8');
    const app = JSON.parse(read('app.json')) as {
      pages: string[];
      subPackages: { root: string; pages: string[] }[];
    };
    const pages = [
      ...app.pages,
      ...app.subPackages.flatMap(({ root, pages: inside }) => inside.map((page) => `${root}/${page}`)),
    ];
    /** The alarm leads back to where one spoke; these two say it themselves. */
    const others = new Map([
      ['packages/service/emergency/emergency', /bindtap="onBack"/],
      ['packages/people/voice/voice', /data-test="voice-hand-in"/],
      ['packages/people/about/about', /bind:tap="onSay">在这儿说一句/],
      ['pages/me/me', /title="投诉建议"/],
    ]);
    const without = pages.filter((page) => {
      const wxml = read(`${page}.wxml`);
      const own = others.get(page);
      if (own !== undefined) return !own.test(wxml);
      return !/<rs-voice\b|<rs-action\b(?![^>]*voice="\{\{false\}\}")/.test(wxml);
    });
    assert.deepEqual(without, []);
    // The two blocks that carry it: the bar with the one red button, and what stands there instead of a page.
    assert.match(read('components/big-action/big-action.wxml'), /<voice-line wx:if="\{\{voice\}\}"/);
    assert.equal(read('components/page-state/page-state.wxml').match(/<voice-line/g)?.length, 2);
    assert.match(read('components/voice-line/voice-line.ts'), /\/packages\/people\/voice\/voice/);
  });

  test('[G9] nothing is sold, paid or advertised', () => {
    assert.deepEqual(
      saying(
        all,
        /requestPayment|requestOrderPayment|createRewardedVideoAd|createInterstitialAd|<ad[ >-]|wx\.login\b.*pay/g,
      ),
      [],
    );
    const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    assert.deepEqual(Object.keys(dependencies).sort(), ['dayjs', 'tdesign-miniprogram']);
  });

  test('[G12] everything public that can grow old has a timer that tells the office after two months', () => {
    const now = Date.parse('2026-11-25T10:00:00+08:00');
    const seeded = demonstration(now);
    const shown = [
      ...(seeded['courses'] ?? []).map((doc) => ({ doc, definition: courses })),
      ...(seeded['recordedLessons'] ?? []).map((doc) => ({ doc, definition: recordedLessons })),
      // Places; who tells there speaks for themself.
      ...(seeded['stops'] ?? [])
        .filter((doc) => Reflect.get(doc, 'kind') === 'place')
        .map((doc) => ({ doc, definition: stops })),
      { doc: ruled(now), definition: policies },
    ];
    assert.ok(shown.length > 5);
    for (const { doc, definition } of shown) {
      const due = now + 60 * DAY;
      assert.equal(Reflect.get(doc, 'wakeAt'), due);
      const context = { now: due, rid: 'sweep', invocation: 'i', settings: DEFAULT_SETTINGS };
      // The seed's documents are what their collection holds.
      const woken = definition.onTimer(doc as never, context);
      assert.deepEqual(
        woken.effects.map(({ kind, data }) => [kind, data['role']]),
        [['tell_role', 'office']],
      );
      assert.equal(definition.onTimer(woken as never, context), woken, 'once a period');
    }
  });

  test('[G10] a month is exported by one action with nothing to type, each sheet has its columns, and none of them holds what may not leave', () => {
    const exporting = table.get('ledger.export');
    assert.ok(exporting);
    assert.deepEqual(fieldsOf(exporting.input).sort(), ['as', 'month']);
    for (const [sheet, columns] of Object.entries(COLUMNS)) {
      assert.ok(columns.length > 3, sheet);
      const keys = columns.map(({ key }) => key);
      assert.deepEqual(
        keys.filter((key) => /phone|door|building|openid|text|words|said/.test(key)),
        [],
        sheet,
      );
    }
    assert.deepEqual(Object.keys(COLUMNS).sort(), Object.keys(LEDGER_SHEETS).sort());
  });

  test('[G13] who runs it, its filings, its date and where to complain are shown', () => {
    const about = readFileSync(path.join(ROOT, 'miniprogram/packages/people/about/about.view.ts'), 'utf8');
    for (const words of ['主办', '备案', 'ICP', '更新']) assert.ok(about.includes(words), words);
  });

  test('the words that the house does not use are not used (workflows 10.5)', () => {
    assert.deepEqual(saying(sources, /已推送至相关部门|请给予好评|请给五星|五星好评|逾期未签到/g), []);
  });
});
