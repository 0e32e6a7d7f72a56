import { AGREE_BUTTON, type Asker, gone, inFront, type PrivacyAnswer } from '../../api/privacy';
import { openContract } from '../../device/contract';
import { privacyWords } from './privacy-ask.view';

/**
 * 先问您一句: what WeChat wants asked before microphone, album or clipboard. On every page that uses one of them.
 * A refusal shows the way without it, and everything else goes on.
 *   elder
 */
Component({
  options: { styleIsolation: 'apply-shared', pureDataPattern: /^_/ },
  properties: { elder: { type: Boolean, value: false } },
  data: {
    open: false,
    refused: false,
    words: privacyWords(''),
    button: AGREE_BUTTON,
    _answer: null as ((said: PrivacyAnswer) => void) | null,
    _asker: null as Asker | null,
  },
  lifetimes: {
    attached() {
      const asker: Asker = (api, answer) => {
        this.setData({ open: true, refused: false, words: privacyWords(api), _answer: answer });
        answer('shown');
      };
      this.setData({ _asker: asker });
      inFront(asker);
    },
    detached() {
      this.say('disagree');
      if (this.data._asker !== null) gone(this.data._asker);
    },
  },
  pageLifetimes: {
    show() {
      if (this.data._asker !== null) inFront(this.data._asker);
    },
  },
  methods: {
    onAgree() {
      this.say('agree');
      this.setData({ open: false });
    },
    onRefuse() {
      this.say('disagree');
      this.setData({ refused: true });
    },
    onClose() {
      this.say('disagree');
      this.setData({ open: false });
    },
    onContract() {
      openContract();
    },
    say(said: PrivacyAnswer) {
      const answer = this.data._answer;
      if (answer === null) return;
      this.setData({ _answer: null });
      answer(said);
    },
  },
});
