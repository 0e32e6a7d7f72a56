import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changesIn, sentencesOf } from '../../../../miniprogram/packages/academic/lib/changes';

test('a sentence keeps its marks, a line of a rule is one', () => {
  assert.deepEqual(sentencesOf('一、手机静音。\n二、他说：“来晚了。”走后门！\n\n三、举手'), [
    '一、手机静音。',
    '二、他说：“来晚了。”',
    '走后门！',
    '三、举手',
  ]);
});

test('what changed stands old beside new, what is new or gone by itself, what stayed nowhere', () => {
  const was = '手机静音。来晚了走后门。有话举手。别抽烟。';
  assert.deepEqual(changesIn(was, was), []);
  assert.deepEqual(changesIn(was, '手机静音。来晚了先招手。有话举手。完了擦黑板。'), [
    { was: '来晚了走后门。', now: '来晚了先招手。' },
    { was: '别抽烟。', now: '完了擦黑板。' },
  ]);
  assert.deepEqual(changesIn(was, `${was}完了擦黑板。`), [{ was: '', now: '完了擦黑板。' }]);
  assert.deepEqual(changesIn(was, '手机静音。有话举手。别抽烟。'), [{ was: '来晚了走后门。', now: '' }]);
  assert.deepEqual(changesIn('', '一句。两句。'), [{ was: '', now: '一句。两句。' }]);
});

test('the places hold all that was taken out and all that came in, and the fewest that can be', () => {
  const text = fc.array(fc.constantFrom('甲。', '乙。', '丙。', '丁。'), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (was, now) => {
      const places = changesIn(was.join(''), now.join(''));
      const out = places.flatMap((one) => sentencesOf(one.was));
      const into = places.flatMap((one) => sentencesOf(one.now));
      assert.equal(was.length - out.length, now.length - into.length, 'as many stayed on either side');
      const left = (all: readonly string[], gone: readonly string[]) => {
        const rest = [...all];
        for (const one of gone) rest.splice(rest.indexOf(one), 1);
        return rest.sort().join('');
      };
      assert.equal(left(was, out), left(now, into));
      assert.equal(
        changesIn(now.join(''), was.join('')).flatMap((one) => sentencesOf(one.now)).length,
        out.length,
      );
    }),
  );
});
