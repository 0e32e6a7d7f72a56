/**
 * Whoever comes, so that a household knows them at the door: their picture where they gave one, else the first
 * character of their name.
 *   picture: an address that works for a short while, '' without one · name: how they are shown
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    picture: { type: String, value: '' },
    name: { type: String, value: '' },
  },
  data: { initial: '', gone: false },
  observers: {
    name(name: string) {
      this.setData({ initial: [...name][0] ?? '' });
    },
    picture() {
      this.setData({ gone: false });
    },
  },
  methods: {
    /** The address has run out, or there is no network: the name still says who it is. */
    onGone() {
      this.setData({ gone: true });
    },
  },
});
