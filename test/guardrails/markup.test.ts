import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { filesBelow } from '../../tools/lib/files';
import { ROOT } from '../../tools/lib/root';
import { isPacked } from '../../tools/packing/sources';

/** What the page audit cannot look at because it only shows later: sheets, refusals, second steps. */
const FOLDER = path.join(ROOT, 'miniprogram');
const markup = filesBelow(FOLDER, isPacked)
  .filter((name) => name.endsWith('.wxml'))
  .map((file) => ({
    file,
    text: readFileSync(path.join(FOLDER, file), 'utf8').replace(/<!--[\s\S]*?-->/g, ''),
  }));

/** `file: tag` of every tag that answers. */
const tags = (pattern: RegExp, wrong: (tag: string) => boolean): string[] =>
  markup.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].filter(([tag]) => wrong(tag)).map(([tag]) => `${file}: ${tag.slice(0, 120)}`),
  );

/** Words written in the markup, also those between which an expression chooses. */
const wordsIn = (value: string): string[] =>
  value.includes('{{') ? [...value.matchAll(/'([^']+)'/g)].map(([, words = '']) => words) : [value];

/** A line of a large button in 特大 on a glass of 390 px; an icon takes the room of two. */
const LONGEST = 9;

describe('markup, for ears and for large letters', () => {
  test('what is written into, switched or moved says what it is', () => {
    assert.deepEqual(
      tags(/<(input|textarea|switch|slider|radio|checkbox)\b[^>]*>/g, (tag) => !/aria-label="[^"]/.test(tag)),
      [],
    );
  });

  test('a picture that is not an ornament has words', () => {
    assert.deepEqual(
      tags(/<(image|canvas|video)\b[^>]*>/g, (tag) => !/aria-label="[^"]|aria-hidden="true"/.test(tag)),
      [],
    );
  });

  test('what looks like a heading is read as one, what somebody said or a code is not', () => {
    const spoken = /class="[^"]*\b(text|code|rs-tabular|rs-quote)\b/;
    assert.deepEqual(
      tags(
        /<(view|text)\b[^>]*class="[^"]*\brs-h[12]\b[^>]*>/g,
        (tag) => !spoken.test(tag) && !/aria-role="(heading|button)"/.test(tag),
      ),
      [],
    );
  });

  test('a picker says what it asks and what it holds: a label is read instead of what is inside', () => {
    assert.deepEqual(
      tags(/<picker\b[^>]*>\s*<[^>]*>/g, (tag) => !/aria-label="[^"]+，\{\{/.test(tag)),
      [],
    );
  });

  test('two buttons one above the other keep apart: a thumb that slips says the opposite', () => {
    const close = markup.flatMap(({ file, text }) => {
      const lines = text.split('\n');
      const deep = (line: string) => line.length - line.trimStart().length;
      return lines.flatMap((line, at) => {
        if (
          !line.trimStart().startsWith('<t-button') ||
          !(lines[at + 1] ?? '').trimStart().startsWith('<t-button')
        )
          return [];
        const around = lines
          .slice(0, at)
          .findLast((one) => deep(one) < deep(line) && !one.trimStart().startsWith('<block'));
        const tight = / class="[^"]*\brs-stack\b/.test(around ?? '') && !around?.includes('rs-stack--wide');
        return tight ? [`${file}: ${around?.trim()}`] : [];
      });
    });
    assert.deepEqual(close, []);
  });

  test('the words of a large button fit one line in 特大', () => {
    const long = markup.flatMap(({ file, text }) => {
      const actions = [...text.matchAll(/<rs-action\b[^>]*>/g)].flatMap(([tag]) =>
        [...tag.matchAll(/ (word|second)="([^"]*)"/g)].map(([, which, value = '']) => ({
          value,
          icon: which === 'word' && / icon="/.test(tag),
        })),
      );
      const buttons = [...text.matchAll(/<t-button\b([^>]*)>([^<]*)<\/t-button>/g)].map(
        ([, tag = '', value = '']) => ({ value, icon: / icon="/.test(tag) }),
      );
      return [...actions, ...buttons].flatMap(({ value, icon }) =>
        wordsIn(value)
          .filter((words) => words.length + (icon ? 2 : 0) > LONGEST)
          .map((words) => `${file}: ${words}`),
      );
    });
    assert.deepEqual(long, []);
  });
});
