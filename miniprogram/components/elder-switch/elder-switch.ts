import { chooseSize, currentSize } from '../../device/look';

/**
 * The chip 大字版 ↔ 标准字. Keeps the choice; the page sets its own data.
 *   bind:change → the page calls this.setData(look()) and, on a tab, showTab(this, …)
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: { elder: { type: Boolean, value: false } },
  methods: {
    onPress() {
      chooseSize(currentSize() === 'standard' ? 'large' : 'standard');
      this.triggerEvent('change');
    },
  },
});
