import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CONTRACT_VERSION, type ReadsReply } from '@contract/envelope';
import { functionOf } from '@contract/functions';
import { everything } from '../../cloudfunctions/entry/everything';
import { openidOf } from '../../database/seed/samples/people';
import { ROOT } from '../../tools/lib/root';
import { LATER, MORE, NOT_THERE_YET, OPENINGS } from '../guardrails/openings';
import { type Visit, visits } from '../guardrails/pages';
import { type Town, town } from '../support/town';

/** One call and at most four operations behind it (docs/architecture.md); counted at the cloud, not timed. */
const OPERATIONS = 4;

// The shape of app.json that WeChat prescribes.
const app = JSON.parse(readFileSync(path.join(ROOT, 'miniprogram/app.json'), 'utf8')) as {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
};
const PAGES = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
];

describe('a page opens with one call and few operations', () => {
  let t: Town;
  let known: Record<string, Visit>;
  before(async () => {
    t = await town();
    known = await visits(t);
  });
  after(() => t.close());

  test('every page of the app says what it reads, and nothing else does', () => {
    assert.deepEqual(Object.keys(OPENINGS).sort(), [...PAGES].sort());
    for (const page of [...Object.keys(MORE), ...Object.keys(LATER)]) assert.ok(PAGES.includes(page), page);
  });

  for (const page of PAGES)
    test(page, async () => {
      const visit = known[page];
      assert.ok(visit, 'a page without a visit: test/guardrails/pages.ts');
      const parameters = new URLSearchParams(visit.query);
      const now = t.clock.now();
      const asked = OPENINGS[page]?.({ visit, now, of: (name) => parameters.get(name) ?? '' }) ?? [];
      const [first] = asked;
      if (first === undefined) return;
      assert.equal(new Set(asked.map(({ name }) => functionOf(name))).size, 1, 'two functions are two calls');
      const operations: string[] = [];
      t.faults.onCall = ({ on, action, collection }) => {
        if (on === 'database') operations.push(`${action} ${collection}`);
        return undefined;
      };
      const reads = asked.map(({ name, input }) => ({
        action: name,
        input,
        rid: '',
        contract: CONTRACT_VERSION,
      }));
      // What the functions answer is the contract's reply.
      const { replies } = (await t.invoke(
        functionOf(first.name),
        { reads },
        { openid: openidOf(visit.holder) },
      )) as ReadsReply;
      t.faults.onCall = undefined;
      replies.forEach((reply, place) => {
        const gone = NOT_THERE_YET.has(page) && !reply.ok && reply.refusal.code === 'NOT_FOUND';
        assert.ok(reply.ok || gone, `${asked[place]?.name}: ${JSON.stringify(reply)}`);
      });
      const most = MORE[page]?.operations ?? OPERATIONS;
      assert.ok(operations.length <= most, `${operations.length} operations: ${operations.join(', ')}`);
      if (MORE[page] !== undefined)
        assert.ok(operations.length > OPERATIONS, 'it needs no more than others: take it out of MORE');
    });

  test('no page reads what it does not say', () => {
    const unsaid = PAGES.flatMap((page) => {
      const parameters = new URLSearchParams(known[page]?.query ?? '');
      const visit = known[page] ?? { holder: '', query: '' };
      const of = (name: string) => parameters.get(name) ?? '';
      const said = (OPENINGS[page]?.({ visit, now: 0, of }) ?? []).map(({ name }) => name);
      const later: string[] = Object.keys(LATER[page] ?? {});
      return readsIn(page)
        .filter((name) => ![...said, ...later].some((one) => one === name))
        .map((name) => `${page}: ${name}`);
    });
    assert.deepEqual(unsaid, []);
    const stale = Object.entries(LATER).flatMap(([page, reads]) =>
      Object.keys(reads)
        .filter((name) => !readsIn(page).includes(name))
        .map((name) => `${page}: ${name}`),
    );
    assert.deepEqual(stale, [], 'said to be read later, and read no more');
  });
});

const KINDS = new Map([...everything].map(([name, { kind }]) => [name, kind]));

/** Reads that stand in the page's own script, in what it imports from its own folder, and in its components. */
function readsIn(page: string): string[] {
  const seen = new Set<string>();
  const names = new Set<string>();
  const look = (place: string) => {
    if (seen.has(place) || !existsSync(file(place, 'ts'))) return;
    seen.add(place);
    const beside = (name: string) => path.posix.join(path.posix.dirname(place), name);
    const script = readFileSync(file(place, 'ts'), 'utf8');
    for (const [, name = ''] of script.matchAll(/\b(?:load|call)\(\s*'([a-z_]+\.[a-z_]+)'/g))
      if (KINDS.get(name) === 'read') names.add(name);
    for (const [, name = ''] of script.matchAll(/ from '\.\/([a-z.-]+)';/g)) look(beside(name));
    if (!existsSync(file(place, 'json'))) return;
    // The shape of a component's configuration that WeChat prescribes.
    const { usingComponents = {} } = JSON.parse(readFileSync(file(place, 'json'), 'utf8')) as {
      usingComponents?: Record<string, string>;
    };
    for (const target of Object.values(usingComponents))
      look(target.startsWith('/') ? target.slice(1) : beside(target));
  };
  look(page);
  return [...names];
}

const file = (place: string, ending: string) => path.join(ROOT, 'miniprogram', `${place}.${ending}`);
