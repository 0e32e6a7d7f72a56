import { open } from '../../device/open';

/**
 * One class: time at the left, title and place, what is left at the right. Opens the class.
 *   line: SessionLine from lib/session-line.ts · under: a hairline above (all but the first) · elder: in words
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    line: {
      type: Object,
      value: {
        time: '',
        day: '',
        title: '',
        sub: '',
        word: '',
        tone: 'plain',
        spoken: '',
        link: '',
        sample: false,
      },
    },
    under: { type: Boolean, value: false },
    elder: { type: Boolean, value: false },
  },
  methods: {
    async onTap() {
      await open(this.data.line.link);
    },
  },
});
