/**
 * News that stays on the page (offline, a refusal, a hint); t-toast never carries these.
 *   tone: 'frost' | 'millet' | 'pine' | 'rust' · icon: TDesign name · text · action: word of a button, '' for none
 *   bind:action · slot: more text
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    tone: { type: String, value: 'frost' },
    icon: { type: String, value: '' },
    text: { type: String, value: '' },
    action: { type: String, value: '' },
  },
  methods: {
    onAction() {
      this.triggerEvent('action');
    },
  },
});
