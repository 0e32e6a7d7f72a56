/**
 * A person as others may see them (李**, never a full name), with a letter.
 *   name · role: 网格员 · note: second line · sample · slot: at the right (a tag, a button)
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    name: { type: String, value: '' },
    role: { type: String, value: '' },
    note: { type: String, value: '' },
    sample: { type: Boolean, value: false },
  },
  data: { letter: '' },
  observers: {
    name(name: string) {
      this.setData({ letter: Array.from(name)[0] ?? '' });
    },
  },
});
