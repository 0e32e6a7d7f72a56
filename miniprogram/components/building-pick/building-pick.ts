import { load } from '../../api/cache';
import type { Quarter } from '../../contract/grid';
import { chipsOf, type PickChips } from './building-pick.view';

/**
 * 小区, then 楼栋, chosen by hand where the operator has filled them in; nothing at all where not, and
 * writing freely stays possible beside it.
 *   community: id, '' while none is chosen · value: what is written in the field now
 *   bind:choose → detail { value } 样例小区 1 栋
 */
Component({
  options: { styleIsolation: 'apply-shared', pureDataPattern: /^_/ },
  properties: {
    community: { type: String, value: '' },
    value: { type: String, value: '' },
  },
  data: {
    chips: { quarters: [], buildings: [] } as PickChips,
    quarter: '',
    _quarters: [] as Quarter[],
  },
  observers: {
    community() {
      void this.fetch();
    },
    value() {
      this.draw();
    },
  },
  methods: {
    async fetch() {
      const { community } = this.data;
      this.setData({ quarter: '', _quarters: [] });
      if (community !== '') {
        try {
          const { output } = await load('grid.quarters', { communityId: community });
          if (this.data.community === community) this.setData({ _quarters: output.quarters });
        } catch {
          // Without a list there is the field to write in.
        }
      }
      this.draw();
    },
    draw() {
      this.setData({ chips: chipsOf(this.data._quarters, this.data.quarter, this.data.value) });
    },
    onQuarter(event: WechatMiniprogram.CustomEvent) {
      this.setData({ quarter: String(event.currentTarget.dataset.name) });
      this.draw();
    },
    onBuilding(event: WechatMiniprogram.CustomEvent) {
      this.triggerEvent('choose', { value: String(event.currentTarget.dataset.value) });
    },
  },
});
