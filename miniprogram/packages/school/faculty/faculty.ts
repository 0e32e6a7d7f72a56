import { load } from '../../../api/cache';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { type FacultyLook, facultyLook } from './faculty.view';

/** 师资: three batches, where they come from, and who has said yes (S33–S38). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    view: null as FacultyLook | null,
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      const { output } = await load('faculty.list', {});
      this.setData({ state: 'ready', view: facultyLook(output) });
    } catch (failure) {
      if (this.data.view === null) this.setData({ state: 'error', offline: troubleOf(failure).offline });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
});
