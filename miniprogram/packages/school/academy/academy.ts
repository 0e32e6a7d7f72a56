import { load } from '../../../api/cache';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { type AcademyLook, academyLook, COOPERATION, DOCTRINE, FOCUSES, INTEGRATIONS } from './academy.view';

/** 办学: what the school is for, who leads it, by which rules (S1–S12, S25–S29). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    doctrine: DOCTRINE,
    parts: [
      { title: '三个突出', lines: FOCUSES },
      { title: '怎么一起办', lines: COOPERATION },
      { title: '三个融合', lines: INTEGRATIONS },
    ],
    view: null as AcademyLook | null,
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      const [committee, policies] = await Promise.all([load('committee.get', {}), load('policy.list', {})]);
      this.setData({ state: 'ready', view: academyLook(committee.output, policies.output.items) });
    } catch (failure) {
      if (this.data.view === null) this.setData({ state: 'error', offline: troubleOf(failure).offline });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
});
