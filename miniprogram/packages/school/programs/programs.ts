import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { shown } from '../../../api/show';
import type { Program } from '../../../contract/words';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { isProgram, type ProgramLook, programLines, programLook } from './programs.view';

/** 班次: the programmes, and one of them with its cohorts (S45–S53, S59). `?program=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    lines: programLines(),
    view: null as ProgramLook | null,
  },
  program: null as Program | null,

  onLoad(query: Record<string, string | undefined>) {
    this.program = isProgram(query.program) ? query.program : null;
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    const { program } = this;
    if (program === null) {
      this.setData({ state: 'ready' });
      return;
    }
    await shown(this, async () => {
      const { output } = await load('session.program', { program });
      this.setData({ state: 'ready', view: programLook(program, output, serverNow()) });
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onMenu() {
    await open('/packages/school/menu/menu');
  },
});
