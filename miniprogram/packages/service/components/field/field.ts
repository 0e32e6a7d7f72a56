/**
 * One thing that is asked, with the reason why.
 *   label · why: the reason, '' for none · optional: says 可以不填 · value · type: of the input
 *   name: comes back with the event · wrong: marks it · area: several lines · focus
 *   bind:write → detail { name, value }, at every keystroke
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    label: { type: String, value: '' },
    why: { type: String, value: '' },
    optional: { type: Boolean, value: false },
    value: { type: String, value: '' },
    type: { type: String, value: 'text' },
    name: { type: String, value: '' },
    wrong: { type: Boolean, value: false },
    area: { type: Boolean, value: false },
    focus: { type: Boolean, value: false },
    hint: { type: String, value: '' },
  },
  methods: {
    onInput(event: WechatMiniprogram.Input) {
      this.triggerEvent('write', { name: this.data.name, value: event.detail.value });
    },
  },
});
