import { type Keyed, keyed } from '../../../lib/keyed';
import { type Drawn, drawOn } from './board';
import { type Drawing, heightOf, type Inks, optionOf } from './drawing';

interface Answer {
  node?: WechatMiniprogram.Canvas;
  width?: number;
  height?: number;
}
interface Ink {
  color: string;
  fontSize: string;
}

/**
 * A picture of counts, drawn by ECharts, and the same in lines: for who listens (the label), for who reads slowly
 * (一行一行看), and for a phone that cannot draw, where the lines stand open.
 *   drawing: what it shows · label: all of it as a sentence · lines: all of it, a line each
 *   root: the page's root size, so that a later choice of letters draws anew
 */
Component({
  options: { styleIsolation: 'apply-shared', pureDataPattern: /^_/ },
  properties: {
    drawing: { type: Object, value: {} as Partial<Drawing> },
    label: { type: String, value: '' },
    lines: { type: Array, value: [] as string[] },
    root: { type: Number, value: 16 },
  },
  data: { rows: [] as Keyed[], height: 0, failed: false, unfolded: false, _ready: false },
  lifetimes: {
    ready() {
      this.setData({ _ready: true });
      this.draw();
    },
    detached() {
      drawnOf.get(this)?.dispose();
      drawnOf.delete(this);
    },
  },
  observers: {
    lines(lines: string[]) {
      this.setData({ rows: keyed(lines) });
    },
    'drawing, root'() {
      const { drawing, root } = this.data;
      if (!isDrawing(drawing)) return;
      this.setData({ height: heightOf(drawing, root) });
      if (this.data._ready) this.draw();
    },
  },
  methods: {
    draw() {
      wx.nextTick(() => {
        this.createSelectorQuery()
          .select('.canvas')
          .fields({ node: true, size: true })
          .selectAll('.ink')
          .fields({ computedStyle: ['color', 'fontSize'] })
          // In the order in which they were asked.
          .exec(([canvas, inks]: [Answer | null, Ink[]]) => this.paint(canvas, inks));
      });
    },
    paint(canvas: Answer | null, inks: readonly Ink[]) {
      const { drawing, root } = this.data;
      // The page was left meanwhile.
      if (canvas === null || !isDrawing(drawing)) return;
      const { node, width = 0, height = 0 } = canvas;
      try {
        if (node === undefined || width === 0 || height === 0) throw new Error('no canvas to draw on');
        drawnOf.get(this)?.dispose();
        drawnOf.set(this, drawOn({ node, width, height }, optionOf(drawing, inksOf(inks, root))));
        this.setData({ failed: false });
      } catch {
        // An old phone: its lines say the same, and stand open.
        this.setData({ failed: true, unfolded: true });
      }
    },
    onUnfold() {
      this.setData({ unfolded: !this.data.unfolded });
    },
  },
});

/** What each picture on the pages holds of the library. */
const drawnOf = new WeakMap<object, Drawn>();

const isDrawing = (drawing: Partial<Drawing>): drawing is Drawing => drawing.kind !== undefined;

/** In the order of chart.wxml. */
function inksOf(inks: readonly Ink[], root: number): Inks {
  const colour = (index: number): string => inks[index]?.color ?? '';
  return {
    words: colour(0),
    note: colour(1),
    solved: colour(2),
    open: colour(3),
    line: colour(4),
    letter: Number.parseFloat(inks[0]?.fontSize ?? ''),
    root,
    small: Number.parseFloat(inks[1]?.fontSize ?? ''),
  };
}
