import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import type { NumbersView } from '../../../contract/numbers';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { BEFORE, type NumbersLook, numbersLook, type Span } from './numbers.view';

/** Columns that fit with their words beside each other, in the large version and otherwise. */
const FEW = 4;
const MANY = 7;

/** 办成了多少事: for everybody; only matters are counted, and only a resident's word makes one solved. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    spans: [
      { value: 'weeks', word: '按周看' },
      { value: 'months', word: '按月看' },
    ],
    span: 'weeks' as Span,
    before: BEFORE,
    view: null as NumbersLook | null,
    unfolded: false,
  },
  output: null as NumbersView | null,

  async onShow() {
    this.setData(look());
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    try {
      const { output } = await load('numbers.get', {});
      this.output = output;
      this.draw();
    } catch (failure) {
      const { state, offline } = troubleOf(failure);
      this.setData({ state, offline });
    }
  },
  draw() {
    if (this.output === null) return;
    this.setData({
      state: 'ready',
      view: numbersLook(this.output, this.data.span, this.data.elder ? FEW : MANY, serverNow()),
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  onSpan(event: WechatMiniprogram.CustomEvent<{ value: Span }>) {
    this.setData({ span: event.detail.value });
    this.draw();
  },
  onReasons() {
    this.setData({ unfolded: !this.data.unfolded });
  },
  async onMenu() {
    await open('/packages/school/menu/menu');
  },
  async onWall() {
    await open('/packages/service/wall/wall');
  },
});
