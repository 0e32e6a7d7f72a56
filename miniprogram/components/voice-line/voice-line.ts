import { open } from '../../device/open';

/**
 * 有意见，说一句: the last line of every page, so that 投诉建议 is never further than two taps (G7).
 *   request: one of the reader's own matters that it may be about, '' for none
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: { request: { type: String, value: '' } },
  methods: {
    async onTap() {
      const { request } = this.data;
      await open(`/packages/people/voice/voice${request === '' ? '' : `?request=${request}`}`);
    },
  },
});
