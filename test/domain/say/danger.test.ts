import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { dangerIn } from '../../../miniprogram/packages/service/said/danger';
import { soundsLike } from '../../../miniprogram/packages/service/said/danger-ear';
import { DANGER_EXAMPLES } from '../../../miniprogram/packages/service/said/danger-examples';
import { ROOT } from '../../../tools/lib/root';

const labelled = readFileSync(path.join(ROOT, 'test/domain/say/danger.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [label = '', text = ''] = line.split('\t');
    return { label, text };
  });

const alarms = (text: string) => dangerIn(text) !== null || soundsLike(text) !== null;

test('nearly every sentence of danger opens the emergency page, and few everyday ones do', (context) => {
  const danger = labelled.filter(({ label }) => label !== 'calm');
  const calm = labelled.filter(({ label }) => label === 'calm');
  const missed = danger.filter(({ text }) => !alarms(text));
  const false_ = calm.filter(({ text }) => alarms(text));
  for (const { label, text } of missed) context.diagnostic(`missed ${label}: ${text}`);
  for (const { text } of false_) context.diagnostic(`false alarm: ${text} (${dangerIn(text)?.word})`);
  const page = readFileSync(path.join(ROOT, 'docs/sentences.md'), 'utf8');
  const unlisted = [...missed, ...false_].filter(({ text }) => !page.includes(text));
  assert.deepEqual(unlisted, [], 'docs/sentences.md lists every miss');
  context.diagnostic(`heard ${danger.length - missed.length} of ${danger.length}`);
  context.diagnostic(`false alarms ${false_.length} of ${calm.length}`);
  const byWords = danger.filter(({ text }) => dangerIn(text) !== null);
  context.diagnostic(`heard while still typing, by words alone: ${byWords.length}`);
  assert.ok(missed.length <= 0.15 * danger.length, `${missed.length}`);
  assert.ok(false_.length <= 0.15 * calm.length, `${false_.length}`);
});

test('no sentence that measures the ear has taught it', () => {
  const taught = new Set(Object.values(DANGER_EXAMPLES).flatMap((texts) => texts.trim().split('\n')));
  assert.deepEqual(
    labelled.filter(({ text }) => taught.has(text)),
    [],
  );
});
