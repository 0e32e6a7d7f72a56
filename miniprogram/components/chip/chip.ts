/**
 * A round choice or a small way in.
 *   word · icon: TDesign name or '' · on: chosen · role: 'button' | 'radio' | 'checkbox' · disabled
 *   bind:press
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    word: { type: String, value: '' },
    icon: { type: String, value: '' },
    on: { type: Boolean, value: false },
    role: { type: String, value: 'button' },
    disabled: { type: Boolean, value: false },
  },
  methods: {
    onTap() {
      if (!this.data.disabled) this.triggerEvent('press');
    },
  },
});
