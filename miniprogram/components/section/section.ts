/**
 * A heading above a group of cards.
 *   title · more: word of the way to all of them, '' for none
 *   bind:more · slot: the cards (a column with 24rpx between)
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    title: { type: String, value: '' },
    more: { type: String, value: '' },
  },
  methods: {
    onMore() {
      this.triggerEvent('more');
    },
  },
});
