import { ring, tell } from '../../device/ask';
import { counterOf } from '../../device/counter';
import { UNKNOWN } from '../../lib/text';

/**
 * Rings the community, also with the cloud down. A number that the operator has not given yet is said to be missing.
 *   community: CommunityView.id, '' for this person's own · phone: another number instead · word: 打电话问社区
 *   look: 'outline' (default) | 'text' | 'solid' | 'tint'
 *   bind:ring, before the phone asks
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    community: { type: String, value: '' },
    phone: { type: String, value: '' },
    word: { type: String, value: '打电话问社区' },
    look: { type: String, value: 'outline' },
  },
  data: { missing: false },
  lifetimes: {
    attached() {
      this.setData({ missing: this.number() === null });
    },
  },
  observers: {
    'community, phone'() {
      this.setData({ missing: this.number() === null });
    },
  },
  methods: {
    number(): string | null {
      const { phone, community } = this.data;
      return phone === '' ? counterOf(community === '' ? null : community).phone : phone;
    },
    async onTap() {
      const number = this.number();
      if (number === null) {
        await tell(`社区电话${UNKNOWN}，还没有人填上。急事请直接打 120、119、110`);
        return;
      }
      this.triggerEvent('ring');
      ring(number);
    },
  },
});
