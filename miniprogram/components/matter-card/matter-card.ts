import type { NextMatter } from '../../contract/people';
import { open } from '../../device/open';

const ICONS: Record<NextMatter['kind'], string> = {
  request: 'assignment',
  visit: 'lock-on',
  offer: 'time',
  class: 'book-open',
  desk: 'task',
};

const NONE: NextMatter = {
  kind: 'request',
  title: '',
  sentence: '',
  tag: '',
  tone: 'frost',
  link: '',
  action: '',
};

/**
 * The one thing that waits for this person, or a desk: title, sentence, and one way on.
 *   matter: NextMatter · elder: the way on as a large tinted button
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    matter: { type: Object, value: NONE },
    elder: { type: Boolean, value: false },
  },
  data: { icon: '' },
  observers: {
    matter(matter: NextMatter) {
      this.setData({ icon: ICONS[matter.kind] });
    },
  },
  methods: {
    async onTap() {
      await open(this.data.matter.link);
    },
  },
});
