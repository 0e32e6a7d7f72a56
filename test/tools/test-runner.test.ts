import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../tools/lib/root';
import { planPhases, testFiles } from '../../tools/testing/plan';
import type { FileResult } from '../../tools/testing/run-file';
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

test('races run one by one after everything else, and the slowest file of a phase starts first', () => {
  const files = [
    'test/race/a.test.ts',
    'test/e2e/a.test.ts',
    'test/domain/a.test.ts',
    'test/domain/b.test.ts',
  ];
  const phases = planPhases(files, new Map([['test/domain/b.test.ts', 9]]));
  assert.deepEqual(
    phases.map(({ name, files: chosen }) => [name, ...chosen]),
    [
      ['quick', 'test/domain/b.test.ts', 'test/domain/a.test.ts'],
      ['browser', 'test/e2e/a.test.ts'],
      ['race', 'test/race/a.test.ts'],
    ],
  );
  assert.equal(phases.at(-1)?.width, 1);
});

/** The runner refuses to run inside a test, so it gets a process that does not know that it is in one. */
function runInChild(root: string, file: string): FileResult {
  const runner = pathToFileURL(path.join(ROOT, 'tools/testing/run-file.ts')).href;
  write(root, {
    'run.mjs': `import { runFile } from ${JSON.stringify(runner)};
      console.log(JSON.stringify(await runFile(${JSON.stringify(root)}, ${JSON.stringify(file)})));`,
  });
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const args = ['--import', 'tsx', path.join(root, 'run.mjs')];
  const child = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' });
  assert.equal(child.status, 0, child.stderr);
  // What the child has just written with JSON.stringify.
  return JSON.parse(child.stdout) as FileResult;
}

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
  });
  const result = runInChild(root, 'test/a.test.ts');
  assert.deepEqual([result.passed, result.failed, result.skipped], [1, 1, 1]);
  assert.match(result.report, /a seat › is not taken twice/);
  assert.match(result.report, /1 !== 2/);
  assert.match(result.report, /two hands/);
});

test('a file that cannot even be loaded counts as a failure', (t) => {
  const root = project(t, { 'package.json': { type: 'module' }, 'test/a.test.ts': "import './nowhere';" });
  const result = runInChild(root, 'test/a.test.ts');
  assert.deepEqual([result.passed, result.failed], [0, 1]);
  assert.match(result.report, /nowhere/);
});
