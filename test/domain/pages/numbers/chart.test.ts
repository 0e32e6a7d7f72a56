import assert from 'node:assert/strict';
import { test } from 'node:test';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

import {
  type Drawing,
  heightOf,
  type Inks,
  optionOf,
} from '../../../../miniprogram/packages/numbers/chart/drawing';
import { init } from '../../../../tools/packing/echarts';

use([SVGRenderer]);

/** The page's letters, px: `--rs-fs-sub` and `--rs-fs-note` at each root size. */
const SIZES = {
  标准: { letter: 15, small: 13, root: 16 },
  大字版: { letter: 20.16, small: 18.9, root: 21 },
  特大: { letter: 27.84, small: 26.1, root: 29 },
};
type Size = keyof typeof SIZES;
const EVERY = Object.keys(SIZES) as Size[]; // its own keys
/** Inside a card on a phone of 375 points. */
const WIDTH = 295;
const COLOURS = { words: '#211C18', note: '#564E47', solved: '#23654B', open: '#7F5300', line: '#E6DDCE' };

interface Word {
  text: string;
  size: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What the library itself makes of it, on paper of SVG instead of a canvas. */
function drawn(drawing: Drawing, size: Size): { words: Word[]; svg: string; height: number } {
  const height = heightOf(drawing, SIZES[size].root) * SIZES[size].root;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  const inks: Inks = { ...COLOURS, ...SIZES[size] };
  chart.setOption(optionOf(drawing, inks));
  const svg = chart.renderToSVGString();
  chart.dispose();
  const words = [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, tag = '', text = '']) => {
    const [, x, y] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(tag) ?? [];
    const font = Number(/font-size:([\d.]+)px/.exec(tag)?.[1]);
    const wide = [...text].reduce((sum, letter) => sum + (letter > '~' ? font : font * 0.56), 0);
    const anchor = /text-anchor="(\w+)"/.exec(tag)?.[1];
    const left = Number(x) - (anchor === 'end' ? wide : anchor === 'middle' ? wide / 2 : 0);
    const middle = Number(y) + Number(/ y="([-\d.]+)"/.exec(tag)?.[1] ?? 0);
    return {
      text,
      size: font,
      left,
      right: left + wide,
      top: middle - font / 2,
      bottom: middle + font / 2,
    };
  });
  return { words, svg, height };
}

const weeks = (count: number): Drawing => ({
  kind: 'columns',
  columns: Array.from({ length: count }, (_, index) => ({
    word: `11/${16 + index}`,
    solved: index * 2,
    open: index === 3 ? 0 : 120,
  })),
});
const places: Drawing = {
  kind: 'bars',
  bars: [
    { word: '建国社区', value: '118 件', count: 118 },
    { word: '东直路第二社区', value: '不到 5 件', count: null },
    { word: '待填写', value: '59 件', count: 59 },
  ],
};

for (const size of EVERY) {
  test(`[P10] ${size}: every word of the pictures stands whole and clear of the others, in the page's letters`, () => {
    const few = size === '标准' ? 7 : 4;
    for (const drawing of [weeks(few), places]) {
      const { words, height } = drawn(drawing, size);
      assert.ok(words.length >= 6, 'words and numbers are drawn');
      for (const word of words) {
        assert.ok(word.size >= SIZES[size].small, `${word.text}: ${word.size}`);
        assert.ok(word.left >= -0.5 && word.right <= WIDTH + 0.5, `${word.text} is cut at a side`);
        assert.ok(word.top >= -0.5 && word.bottom <= height + 0.5, `${word.text} is cut above or below`);
      }
      for (const [index, one] of words.entries())
        for (const other of words.slice(index + 1)) {
          const apart =
            one.right < other.left ||
            other.right < one.left ||
            one.bottom <= other.top ||
            other.bottom <= one.top;
          assert.ok(apart, `${one.text} lies on ${other.text}`);
        }
    }
  });
}

test('[P10] a picture tells no more than its words: a hidden number has no length, an empty week no number', () => {
  const { svg } = drawn(places, '标准');
  const bars = [...svg.matchAll(/<path d="([^"]*)" fill="#23654B"/g)];
  assert.equal(bars.length, 2, 'two of three have a length');
  const { words } = drawn({ kind: 'columns', columns: [{ word: '11/16', solved: 0, open: 0 }] }, '标准');
  assert.deepEqual(
    words.map(({ text }) => text),
    ['11/16'],
  );
  const busy = drawn(weeks(7), '标准').words.map(({ text }) => text);
  for (const total of ['120', '122', '6', '132'])
    assert.ok(busy.includes(total), `${total} stands above its column`);
});

test('[P10] nothing in a picture moves and nothing of it wants to be touched', () => {
  for (const drawing of [weeks(7), places]) {
    const option = optionOf(drawing, { ...COLOURS, ...SIZES.标准 });
    assert.equal(option.animation, false);
    assert.ok([option.series].flat().every((series) => series?.silent === true));
  }
});
