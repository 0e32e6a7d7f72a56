import { call, serverNow } from '../../../api/call';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { troubleOf } from '../../../api/trouble';
import type { SessionCard } from '../../../contract/school';
import { look } from '../../../device/look';
import { back, open } from '../../../device/open';
import { CHECK_IN_WAYS } from '../../../lib/labels';
import { known } from '../../../lib/text';
import { clock, span } from '../../../lib/time';
import { type Proof, readScan, type Scanned, venueCodeOf } from './codes';
import { KEYS, press } from './keypad';

interface ClassLook {
  id: string;
  title: string;
  when: string;
  place: string;
}

/**
 * 到场登记 (visual.md 12.4). `?scene=v%3DCODE`: opened by the code at the door, one tap is left.
 * `?id=`: from my class, by scanning or by asking the host.
 */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    goneText: '',
    session: null as ClassLook | null,
    poster: false,
    done: '',
    doneNote: '',
    news: '',
    way: '' as '' | 'seat' | 'paper',
    busy: false,
    asked: false,
    keypad: false,
    keys: KEYS,
    digits: '',
    boxes: [0, 1, 2, 3],
  },
  id: '',
  venueCode: '',
  later: '',
  paper: '',
  intention: intention(),

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.venueCode = venueCodeOf(decodeURIComponent(query.scene ?? '')) ?? '';
    this.setData({ poster: this.venueCode !== '' });
    void this.load();
  },
  onShow() {
    this.setData(look());
  },

  async load() {
    this.setData({ state: 'loading' });
    try {
      if (this.venueCode === '') this.showSession(await call('session.get', { id: this.id }));
      else await this.lookHere();
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      const wrong = failure instanceof Refused;
      this.setData({
        state: wrong ? 'empty' : state,
        offline,
        gone: says,
        goneText: wrong ? '看看是不是教学点门口的码，或者请班主任点' : '',
      });
    }
  },
  async lookHere() {
    const { session, later, venue } = await call('venue.here', { code: this.venueCode });
    if (session !== null) {
      this.showSession(session);
      return;
    }
    const next = later === null ? '今天没有别的课了' : `下一节 ${clock(later.startsAt)} ${later.title}`;
    this.later = later?.id ?? '';
    this.setData({ state: 'empty', gone: `${known(venue.name)}这会儿没有课`, goneText: next });
  },
  showSession(card: SessionCard) {
    this.id = card.id;
    const session = {
      id: card.id,
      title: card.title,
      when: span(card.startsAt, card.endsAt, serverNow()),
      place: known(card.venue.name),
    };
    this.setData({ state: 'ready', session });
    if (card.mine.is === 'attended') this.counted(CHECK_IN_WAYS[card.mine.how]);
  },
  counted(how: string) {
    this.setData({
      done: '已经给您点上了',
      doneNote: `${how}。只为点清人数，不排名，不通报`,
      news: '',
      way: '',
    });
  },

  async onHere() {
    await this.checkIn({ way: 'poster', venueCode: this.venueCode });
  },
  async onScan() {
    const scanned = await this.scan();
    if (scanned === 'put away') return;
    if (scanned === null) this.setData({ news: '这个码不对，再扫一下', way: '' });
    else if (scanned.way === 'paper') {
      this.paper = scanned.page;
      this.setData({ news: '这是纸条上的码，不是门口的码。登记请扫墙上海报那个', way: 'paper' });
    } else await this.checkIn(scanned);
  },
  scan(): Promise<Scanned | 'put away'> {
    return new Promise((resolve) => {
      wx.scanCode({
        onlyFromCamera: true,
        scanType: ['qrCode', 'wxCode' as 'qrCode'],
        success: ({ result, path }) => resolve(readScan(result, path ?? '')),
        // Putting the camera away is no error.
        fail: () => resolve('put away'),
      });
    });
  },
  onAskHost() {
    this.setData({ asked: true });
  },

  async onKeypad() {
    this.setData({ keypad: true, asked: false, news: '' });
    // The keys are drawn below the list of ways: bring them into sight.
    await wx.pageScrollTo({ scrollTop: 10_000 });
  },
  onKey(event: WechatMiniprogram.TouchEvent) {
    this.setData({ digits: press(this.data.digits, String(event.currentTarget.dataset.key)), news: '' });
  },
  async onDigits() {
    const { digits } = this.data;
    if (digits.length < 4) this.setData({ news: '一共四个数，看看黑板' });
    else await this.checkIn({ way: 'digits', digits });
  },

  async checkIn(by: Proof) {
    if (this.data.busy) return;
    this.setData({ busy: true, news: '', way: '' });
    try {
      const view = await call('session.check_in', { id: this.id, by }, { rid: this.intention.rid() });
      this.intention.answered();
      this.counted(CHECK_IN_WAYS[view.how]);
      void wx.vibrateShort({ type: 'light' });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.intention.answered();
      const again = failure instanceof Refused && failure.code === 'CODE_WRONG' && by.way === 'digits';
      this.setData({
        news: again ? '这个数不对，看看黑板再按' : wordsFor(failure),
        way: wayOn(failure),
        digits: again ? '' : this.data.digits,
      });
    } finally {
      this.setData({ busy: false });
    }
  },

  async onWay() {
    if (this.data.way === 'paper') {
      await open(this.paper);
      return;
    }
    await open(`/packages/school/session/session?id=${this.id}`);
  },
  async onLater() {
    if (this.later === '') await open('/pages/school/school');
    else await open(`/packages/school/session/session?id=${this.later}`);
  },
  async onDone() {
    await back('/pages/school/school');
  },
});

function wordsFor(failure: Refused | Unreachable): string {
  if (failure instanceof Refused && failure.code === 'CHECK_IN_EARLY' && failure.at !== null)
    return `${clock(failure.at)} 起能登记，先坐会儿`;
  if (failure instanceof Refused && failure.code === 'TRIES_USED' && failure.at !== null)
    return `${failure.says}，或者 ${clock(failure.at)} 以后再试`;
  return saysOf(failure);
}

/** Where a refusal leads on to. */
function wayOn(failure: Refused | Unreachable): '' | 'seat' {
  return failure instanceof Refused && failure.code === 'NOT_ON_ROSTER' ? 'seat' : '';
}
