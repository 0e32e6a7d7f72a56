import { open } from '../../device/open';

/**
 * One matter of a resident: what, how it stands, the latest sentence. Opens the matter.
 *   line: RequestLine from lib/request-line.ts · elder: without the line of times
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    line: {
      type: Object,
      value: {
        title: '',
        word: '',
        tone: 'plain',
        sentence: '',
        note: '',
        link: '',
        sample: false,
      },
    },
    elder: { type: Boolean, value: false },
  },
  methods: {
    async onTap() {
      await open(this.data.line.link);
    },
  },
});
