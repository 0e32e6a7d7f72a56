import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../tools/lib/root';
import { planPhases, testFiles } from '../../tools/testing/plan';
import type { FileResult } from '../../tools/testing/run-batch';
import { project, write } from './support/project';

const EMPTY = {
  'test/domain/a.test.ts': '',
  'test/race/seats.test.ts': '',
  'test/e2e/ask.test.ts': '',
  'test/support/b.ts': '',
};

test('a filter chooses files by a part of their path; none chooses all of them', (t) => {
  const root = project(t, EMPTY);
  assert.deepEqual(testFiles(root, []), [
    'test/domain/a.test.ts',
    'test/e2e/ask.test.ts',
    'test/race/seats.test.ts',
  ]);
  assert.deepEqual(testFiles(root, ['race', 'domain/']), [
    'test/domain/a.test.ts',
    'test/race/seats.test.ts',
  ]);
  assert.deepEqual(testFiles(root, ['nothing']), []);
});

test('races run one by one after everything else, and the slowest batch of a phase starts first', () => {
  const files = [
    'test/race/a.test.ts',
    'test/race/b.test.ts',
    'test/domain/a.test.ts',
    'test/proof/actions.test.ts',
    'test/tools/a.test.ts',
  ];
  const phases = planPhases(files, new Map([['test/tools/a.test.ts', 900]]));
  assert.deepEqual(
    phases.map(({ batches }) => batches.map(({ files }) => files.join(' '))),
    [
      ['test/tools/a.test.ts', 'test/proof/actions.test.ts', 'test/domain/a.test.ts'],
      ['test/race/a.test.ts test/race/b.test.ts'],
    ],
  );
  assert.equal(phases.at(-1)?.width, 1);
});

test('quick files of one folder share a process, as many as fit; a browser is told', () => {
  const quick = Array.from({ length: 32 }, (_, n) => `test/functions/${n}.test.ts`);
  const files = [...quick, 'test/domain/a.test.ts', 'test/e2e/a.test.ts', 'test/e2e/b.test.ts'];
  const [phase] = planPhases(files, new Map());
  assert.deepEqual(
    phase?.batches.map(({ files: { length }, browser }) => [length, browser]),
    [
      [30, false],
      [2, true],
      [2, false],
      [1, false],
    ],
  );
});

/** The runner refuses to run inside a test, so it gets a process that does not know that it is in one. */
function runInChild(root: string, ...files: string[]): FileResult[] {
  const runner = pathToFileURL(path.join(ROOT, 'tools/testing/run-batch.ts')).href;
  write(root, {
    'run.mjs': `import { runBatch } from ${JSON.stringify(runner)};
      const results = [];
      await runBatch(${JSON.stringify(root)}, ${JSON.stringify(files)}, (result) => results.push(result));
      console.log(JSON.stringify(results));`,
  });
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const args = ['--import', 'tsx', path.join(root, 'run.mjs')];
  const child = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' });
  assert.equal(child.status, 0, child.stderr);
  // What the child has just written with JSON.stringify.
  return JSON.parse(child.stdout) as FileResult[];
}

const tally = ({ file, passed, failed, skipped }: FileResult) => [file, passed, failed, skipped];

test('tests are counted one by one, suites not at all, and a failure tells its place, its reason and what was printed', (t) => {
  const root = project(t, {
    'package.json': { type: 'module' },
    'test/a.test.ts': `import assert from 'node:assert/strict';
      import { describe, it } from 'node:test';
      describe('a seat', () => {
        it('is taken', () => {});
        it('is not taken twice', () => { console.log('two hands'); assert.equal(1, 2); });
        it('is left alone', { skip: 'today' }, () => {});
      });`,
    'test/b.test.ts': "import { test } from 'node:test'; test('fine', () => { console.log('not mine'); });",
  });
  const [first, second] = runInChild(root, 'test/a.test.ts', 'test/b.test.ts');
  assert.ok(first && second);
  assert.deepEqual([first, second].map(tally), [
    ['test/a.test.ts', 1, 1, 1],
    ['test/b.test.ts', 1, 0, 0],
  ]);
  assert.match(first.report, /✗ a seat › is not taken twice/);
  assert.match(first.report, /1 !== 2/);
  assert.match(first.report, /two hands/);
  assert.doesNotMatch(first.report, /not mine/);
  assert.equal(second.report, '');
});

test('files of one process keep their hooks to themselves, and one that cannot be loaded or prepared fails alone', (t) => {
  const hooked = (name: string): string => `import { after, before, test } from 'node:test';
    before(() => { globalThis.inside = ${JSON.stringify(name)}; });
    after(() => { globalThis.inside = undefined; });
    test('is alone', () => { if (globalThis.inside !== ${JSON.stringify(name)}) throw new Error('not alone'); });`;
  const root = project(t, {
    'package.json': { type: 'module' },
    'test/a.test.ts': hooked('a'),
    'test/b.test.ts': "import './nowhere';",
    'test/c.test.ts': `import { before, test } from 'node:test';
      before(() => { throw new Error('no town today'); });
      test('is never asked', () => {});`,
    'test/d.test.ts': hooked('d'),
  });
  const results = runInChild(root, ...['a', 'b', 'c', 'd'].map((name) => `test/${name}.test.ts`));
  assert.deepEqual(
    results.map(({ failed }) => failed > 0),
    [false, true, true, false],
  );
  assert.match(results[1]?.report ?? '', /nowhere/);
  assert.match(results[2]?.report ?? '', /no town today/);
});

test('a process that ends too soon fails the file that it was at and those that it never came to', (t) => {
  const root = project(t, {
    'package.json': { type: 'module' },
    'test/a.test.ts':
      "import { test } from 'node:test'; test('gone', () => { console.log('last words'); process.exit(3); });",
    'test/b.test.ts': "import { test } from 'node:test'; test('never', () => {});",
  });
  const [first, second] = runInChild(root, 'test/a.test.ts', 'test/b.test.ts');
  assert.ok(first?.failed);
  assert.match(first.report, /last words/);
  assert.ok(second?.failed);
  assert.match(second.report, /the process ended before this file did/);
});
