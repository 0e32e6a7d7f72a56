import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ensureBrowser, findBrowser } from '../../tools/lib/browser';

function withPath<Result>(value: string, run: () => Result): Result {
  const before = process.env['CHROME_PATH'];
  process.env['CHROME_PATH'] = value;
  try {
    return run();
  } finally {
    if (before === undefined) delete process.env['CHROME_PATH'];
    else process.env['CHROME_PATH'] = before;
  }
}

test('CHROME_PATH decides, whatever else is installed', () => {
  assert.equal(
    withPath(process.execPath, () => findBrowser()),
    process.execPath,
  );
  assert.equal(
    withPath(process.execPath, () => ensureBrowser(() => undefined)),
    process.execPath,
  );
});

test('a CHROME_PATH that leads nowhere is said, not passed over', () => {
  assert.throws(() => withPath('/nowhere/chrome', () => findBrowser()), /CHROME_PATH is \/nowhere\/chrome/);
});

test('the shell is taken before all others, but not where a window is wanted', (context) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'browsers-'));
  const before = process.env['PATH'];
  context.after(() => {
    process.env['PATH'] = before;
    rmSync(folder, { recursive: true });
  });
  for (const name of ['chromium', 'chromium-headless-shell']) writeFileSync(path.join(folder, name), '');
  process.env['PATH'] = folder;
  const found = (window: boolean) => withPath('', () => findBrowser({ window }));
  // Elsewhere nobody packs the shell.
  if (process.platform !== 'linux') return assert.equal(found(false), found(true));
  assert.equal(found(false), path.join(folder, 'chromium-headless-shell'));
  assert.equal(found(true), path.join(folder, 'chromium'));
});
