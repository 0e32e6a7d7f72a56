import { init, setPlatformAPI } from 'echarts/core';
import type { Option } from './drawing';

/** A canvas of WeChat, and how large it stands on the page, px. */
export interface Surface {
  node: WechatMiniprogram.Canvas;
  width: number;
  height: number;
}

/** Something drawn, to be put away with the page. */
export interface Drawn {
  dispose(): void;
}

// How wide words are is asked of a canvas that nobody sees: the page's own may be gone while its words are measured.
setPlatformAPI({
  // ECharts wants no more of it than its 2d context; the browser's type of canvas has more.
  createCanvas: () =>
    wx.createOffscreenCanvas({ type: '2d', width: 1, height: 1 }) as unknown as HTMLCanvasElement,
});

/** Longest side of a canvas that every phone still paints, in its own points. */
const LONGEST = 4096;

/** As fine as the screen, as long as the phone can hold it. */
export function fineness({ width, height }: { width: number; height: number }, ratio: number): number {
  return Math.max(1, Math.min(ratio, LONGEST / Math.max(width, height)));
}

/** Draws at once. */
export function drawOn(surface: Surface, option: Option): Drawn {
  const { width, height } = surface;
  const chart = init(boardOf(surface.node), null, {
    renderer: 'canvas',
    width,
    height,
    devicePixelRatio: fineness(surface, wx.getWindowInfo().pixelRatio),
  });
  chart.setOption(option);
  chart.getZr().flush();
  return chart;
}

type Board = Parameters<typeof init>[0];

/** WeChat's canvas as ECharts wants one: it listens to nothing, since nothing on it is touched. */
function boardOf(node: WechatMiniprogram.Canvas): Board {
  const board = {
    style: {},
    getContext: () => node.getContext('2d'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    get width() {
      return node.width;
    },
    set width(width: number) {
      node.width = width;
    },
    get height() {
      return node.height;
    },
    set height(height: number) {
      node.height = height;
    },
  };
  // Of the browser's element it reads these members only (ECharts' guide for mini programs).
  return board as unknown as Board;
}
