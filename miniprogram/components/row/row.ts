import { open } from '../../device/open';

/**
 * One line of a card with rows (view class="rs-card rs-card--rows"): icon, words, what is at the right.
 *   icon · title · text: second line · value: at the right · link: opened by itself, '' only fires the event
 *   line: a hairline above (all but the first) · arrow (default true)
 *   bind:press · slot: instead of value, e.g. <rs-tag>
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    icon: { type: String, value: '' },
    title: { type: String, value: '' },
    text: { type: String, value: '' },
    value: { type: String, value: '' },
    link: { type: String, value: '' },
    line: { type: Boolean, value: false },
    arrow: { type: Boolean, value: true },
  },
  methods: {
    async onTap() {
      this.triggerEvent('press');
      await open(this.data.link);
    },
  },
});
