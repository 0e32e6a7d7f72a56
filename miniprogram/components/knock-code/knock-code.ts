/** After so many numbers that do not fit nobody opens the door (people.md story 5). */
const MISSES = 3;

/**
 * 敲门码: for the household the number to compare, for who comes the number to say.
 *   code: four digits · who: how the one who comes is shown · comes: true for who comes
 *   picture, name: of who comes, where they gave one
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    code: { type: String, value: '' },
    who: { type: String, value: '' },
    comes: { type: Boolean, value: false },
    picture: { type: String, value: '' },
    name: { type: String, value: '' },
  },
  data: { digits: [] as { place: number; digit: string }[], read: '', misses: 0, stop: false },
  observers: {
    code(code: string) {
      const digits = [...code].map((digit, place) => ({ place, digit }));
      this.setData({ digits, read: [...code].join(' '), misses: 0, stop: false });
    },
  },
  methods: {
    onMiss() {
      const misses = this.data.misses + 1;
      this.setData({ misses, stop: misses >= MISSES });
    },
  },
});
