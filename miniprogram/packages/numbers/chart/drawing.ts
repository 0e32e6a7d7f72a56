import type { BarSeriesOption } from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

/** What a picture shows. It knows neither colours nor sizes: those are the page's. */
export type Drawing =
  | { kind: 'columns'; columns: readonly { word: string; solved: number; open: number }[] }
  /** `count: null`: fewer than five; it has a word and no length, a picture must not say what words do not. */
  | { kind: 'bars'; bars: readonly { word: string; value: string; count: number | null }[] };

/** The colours of the page, and how high its letters stand, in pixels: pictures follow 大字版 and 特大 by it. */
export interface Inks {
  words: string;
  note: string;
  solved: string;
  open: string;
  line: string;
  letter: number;
  /** Of the words under columns. */
  small: number;
  /** The page's root size. */
  root: number;
}

type Columns = (Drawing & { kind: 'columns' })['columns'];
type Bars = (Drawing & { kind: 'bars' })['bars'];

export type Option = ComposeOption<BarSeriesOption | GridComponentOption>;

/** Height of a picture, rem: one row of letters is the unit, so that it grows with them. */
export const COLUMNS_HEIGHT = 12;
/** A row of words, the bar under it and air; another row where word and number do not fit beside each other. */
export const BAR_HEIGHT = 3.3;
export const TALL_BAR_HEIGHT = 4.4;

/** Rem, at the page's root size. */
export function heightOf(drawing: Drawing, root: number): number {
  if (drawing.kind === 'columns') return COLUMNS_HEIGHT;
  return drawing.bars.length * (fitsOneRow(drawing.bars, root) ? BAR_HEIGHT : TALL_BAR_HEIGHT);
}

/** Inside a card on a narrow phone, px; a letter is nearly as wide as the root size. */
const ROOM = 275;

const fitsOneRow = (bars: Bars, root: number): boolean =>
  bars.every(({ word, value }) => (word.length + value.length) * root * 0.96 <= ROOM);

/** Thickness of a lying bar and of an outline, px. */
const THICK = 8;
const OUTLINE = 2;
/** Between words and the bar under them, px. */
const AIR = 12;
/** Height of a line of words, of the letter's. */
const LINE = 1.4;
/** Between the two blocks of a column, as a part of the highest. */
const GAP = 0.025;
const NOTHING = 'rgba(0, 0, 0, 0)';

/** How ECharts draws it: still and untouched. Whoever cannot see it has the same as lines. */
export function optionOf(drawing: Drawing, inks: Inks): Option {
  const plain: Option = { animation: false, textStyle: { color: inks.words, fontSize: inks.letter } };
  return drawing.kind === 'columns'
    ? { ...plain, ...columnsOption(drawing.columns, inks) }
    : { ...plain, ...barsOption(drawing.bars, inks) };
}

function columnsOption(columns: Columns, inks: Inks): Option {
  const highest = Math.max(1, ...columns.map(({ solved, open }) => solved + open));
  const totals = columns.map(({ solved, open }) => solved + open);
  const block: BarSeriesOption = { type: 'bar', stack: 'all', silent: true, barWidth: '54%' };
  return {
    grid: { left: 0, right: 0, top: inks.letter * 1.7, bottom: inks.small * 2, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      data: columns.map(({ word }) => word),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: inks.line } },
      axisLabel: { interval: 0, color: inks.note, fontSize: inks.small, margin: inks.small * 0.5 },
    },
    yAxis: { type: 'value', show: false, min: 0, max: highest * (1 + 2 * GAP) },
    series: [
      {
        ...block,
        data: columns.map(({ solved }) => solved),
        itemStyle: { color: inks.solved, borderRadius: 4 },
      },
      {
        ...block,
        data: columns.map(({ solved, open }) => (solved > 0 && open > 0 ? highest * GAP : 0)),
        itemStyle: { color: NOTHING },
      },
      {
        ...block,
        // Nothing has no outline either.
        data: columns.map(({ open }) => (open > 0 ? open : '-')),
        itemStyle: { color: NOTHING, borderColor: inks.open, borderWidth: OUTLINE, borderRadius: 4 },
      },
      {
        ...block,
        data: columns.map(() => 0),
        label: {
          show: true,
          position: 'top',
          color: inks.words,
          fontSize: inks.letter,
          formatter: ({ dataIndex }) => (totals[dataIndex] ? String(totals[dataIndex]) : ''),
        },
      },
    ],
  };
}

function barsOption(bars: Bars, inks: Inks): Option {
  const oneRow = fitsOneRow(bars, inks.root);
  const words = {
    type: 'category' as const,
    inverse: true,
    axisTick: { show: false },
    axisLine: { show: false },
  };
  const above = {
    inside: true,
    margin: 0,
    interval: 0,
    verticalAlign: 'middle' as const,
    padding: [0, 0, THICK + AIR, 0],
    fontSize: inks.letter,
    lineHeight: inks.letter * LINE,
  };
  return {
    grid: { left: 0, right: 0, top: 0, bottom: 0, outerBoundsMode: 'none' },
    xAxis: {
      type: 'value',
      show: false,
      min: 0,
      max: Math.max(1, ...bars.map(({ count }) => count ?? 0)),
    },
    yAxis: [
      {
        ...words,
        data: bars.map(({ word, value }) => (oneRow ? word : `${word}\n${value}`)),
        axisLabel: { ...above, align: 'left', color: inks.words },
      },
      {
        ...words,
        position: 'right',
        data: bars.map(({ value }) => (oneRow ? value : '')),
        axisLabel: { ...above, align: 'right', color: inks.note },
      },
    ],
    series: [
      // Where the words stand, so that the bar lies under them.
      {
        type: 'bar',
        silent: true,
        barWidth: inks.letter * LINE * (oneRow ? 1 : 2) + AIR,
        barGap: 0,
        data: bars.map(() => 0),
      },
      {
        type: 'bar',
        silent: true,
        barWidth: THICK,
        data: bars.map(({ count }) => count ?? '-'),
        itemStyle: { color: inks.solved, borderRadius: THICK / 2 },
        showBackground: true,
        backgroundStyle: { color: inks.line, borderRadius: THICK / 2 },
      },
    ],
  };
}
