import assert from 'node:assert/strict';
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
  assert.equal(withPath(process.execPath, findBrowser), process.execPath);
  assert.equal(
    withPath(process.execPath, () => ensureBrowser(() => undefined)),
    process.execPath,
  );
});

test('a CHROME_PATH that leads nowhere is said, not passed over', () => {
  assert.throws(() => withPath('/nowhere/chrome', findBrowser), /CHROME_PATH is \/nowhere\/chrome/);
});
