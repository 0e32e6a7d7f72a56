import { call, serverNow } from '../../../api/call';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { type Intention, intention } from '../../../api/intention';
import { troubleOf } from '../../../api/trouble';
import type { BesideMe } from '../../../contract/beside';
import type { CheckInWay, SessionCard } from '../../../contract/school';
import { look } from '../../../device/look';
import { back, open } from '../../../device/open';
import { known } from '../../../lib/text';
import { clock } from '../../../lib/time';
import {
  arrivedOne,
  classTime,
  countedWords,
  type DoorFace,
  doorFaces,
  earlyNote,
  missing,
  stillWords,
  windowNote,
} from './check-in.view';
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
 * `?id=`: from my class, by scanning or by asking the host. Where elders share this phone the code is shown once,
 * and each of those who came is one tap on a face.
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
    /** Whoever holds this phone and those who came with it; none where nobody did. */
    faces: [] as DoorFace[],
    still: '',
    /** A code is at hand: the faces wait for their taps. */
    proven: false,
    someHere: false,
    /** On which face a tap is being counted; `null` on none. */
    counting: null as string | null,
    /** The time of checking in is past: the class's own page says what is left to do. */
    over: false,
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
  proof: null as Proof | null,
  /** One a person: two taps on two faces are two intentions. */
  intentions: new Map<string, Intention>(),

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.venueCode = venueCodeOf(decodeURIComponent(query.scene ?? '')) ?? '';
    this.intentions = new Map();
    if (this.venueCode !== '') this.proof = { way: 'poster', venueCode: this.venueCode };
    this.setData({ poster: this.venueCode !== '' });
    void this.load();
  },
  onShow() {
    this.setData(look());
  },

  async load() {
    this.setData({ state: 'loading' });
    try {
      if (this.venueCode === '') {
        const view = await call('session.get', { id: this.id });
        this.showSession(view, view.beside);
        const now = serverNow();
        const over = now > view.checkIn.closesAt;
        if (this.data.done === '')
          this.setData({ over, news: windowNote(view.checkIn, this.data.elder, now) });
      } else await this.lookHere();
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
    const { session, beside, later, venue } = await call('venue.here', { code: this.venueCode });
    if (session !== null) {
      this.showSession(session, beside);
      return;
    }
    const next = later === null ? '今天没有别的课了' : `下一节 ${clock(later.startsAt)} ${later.title}`;
    this.later = later?.id ?? '';
    this.setData({ state: 'empty', gone: `${known(venue.name)}这会儿没有课`, goneText: next });
  },
  showSession(card: SessionCard, beside: readonly BesideMe[] | undefined) {
    this.id = card.id;
    const session = {
      id: card.id,
      title: card.title,
      when: classTime(card, this.data.elder, serverNow()),
      place: known(card.venue.name),
    };
    const faces = doorFaces(card.mine, beside);
    this.setData({ state: 'ready', session });
    this.showFaces(faces);
    if (faces.length > 0 ? missing(faces).length === 0 : card.mine.is === 'attended')
      this.setData(countedWords(faces, card.mine.is === 'attended' ? card.mine.how : 'poster'));
  },
  showFaces(faces: DoorFace[]) {
    this.setData({
      faces,
      still: stillWords(faces),
      proven: faces.length > 0 && this.proof !== null,
      someHere: faces.some(({ here }) => here),
    });
  },
  counted(person: string, how: CheckInWay) {
    const faces = arrivedOne(this.data.faces, person);
    this.showFaces(faces);
    this.setData({ news: '', way: '', ...(missing(faces).length === 0 ? countedWords(faces, how) : {}) });
  },

  async onHere() {
    await this.come({ way: 'poster', venueCode: this.venueCode });
  },
  /** The code was shown: one person is counted at once, of several each by a tap. */
  async come(proof: Proof) {
    this.proof = proof;
    if (this.data.faces.length === 0) await this.checkIn(proof, '');
    else {
      this.setData({ proven: true, keypad: false, asked: false, news: '', way: '' });
      await wx.pageScrollTo({ scrollTop: 0 });
    }
  },
  async onFace(event: WechatMiniprogram.TouchEvent) {
    const person = String(event.currentTarget.dataset.person ?? '');
    const { proof } = this;
    const tapped = this.data.faces.find((one) => one.person === person);
    if (proof !== null && tapped?.here === false) await this.checkIn(proof, person);
  },
  async onScan() {
    const scanned = await this.scan();
    if (scanned === 'put away') return;
    if (scanned === null) this.setData({ news: '这个码不对，再扫一下', way: '' });
    else if (scanned.way === 'paper') {
      this.paper = scanned.page;
      this.setData({ news: '这是纸条上的码，不是门口的码。登记请扫墙上海报那个', way: 'paper' });
    } else await this.come(scanned);
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
    else await this.come({ way: 'digits', digits });
  },

  /** @param person '' for whoever holds the phone */
  async checkIn(by: Proof, person: string) {
    if (this.data.busy) return;
    const { intentions } = this;
    const intended = intentions.get(person) ?? intention();
    intentions.set(person, intended);
    this.setData({ busy: true, counting: person, news: '', way: '' });
    try {
      const input = { id: this.id, by, ...(person === '' ? {} : { person }) };
      const { how } = await call('session.check_in', input, { rid: intended.rid() });
      intended.answered();
      this.counted(person, how);
      void wx.vibrateShort({ type: 'light' });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) intended.answered();
      this.refused(failure, by, person);
    } finally {
      this.setData({ busy: false, counting: null });
    }
  },
  refused(failure: Refused | Unreachable, by: Proof, person: string) {
    const code = failure instanceof Refused ? failure.code : '';
    const again = code === 'CODE_WRONG' && by.way === 'digits';
    // An old code, or none of ours: shown anew, then the faces again.
    if (this.data.faces.length > 0 && by.way !== 'poster' && CODE_GONE.includes(code)) {
      this.proof = null;
      this.setData({ proven: false, keypad: again });
    }
    const word = this.data.faces.find((one) => one.person === person)?.word ?? '';
    this.setData({
      news: again
        ? '这个数不对，看看黑板再按'
        : person === ''
          ? wordsFor(failure)
          : wordsForOther(failure, word),
      way: person === '' ? wayOn(failure) : '',
      digits: again ? '' : this.data.digits,
    });
  },

  async onWay() {
    if (this.data.way === 'paper') {
      await open(this.paper);
      return;
    }
    await this.onClass();
  },
  async onClass() {
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

const CODE_GONE: readonly string[] = ['CODE_WRONG', 'CODE_EXPIRED', 'CODE_OTHER_SESSION', 'TRIES_USED'];

/** What concerns the other one is said of them, not of whoever holds the phone. */
function wordsForOther(failure: Refused | Unreachable, word: string): string {
  if (!(failure instanceof Refused)) return saysOf(failure);
  if (failure.code === 'NOT_ON_ROSTER') return `座都坐满了，${word}的请班主任看看`;
  if (failure.code === 'NOT_FOUND' || failure.code === 'NOT_AGREED')
    return `${word}那边没说好让您替着点，请班主任点一下`;
  return wordsFor(failure);
}

function wordsFor(failure: Refused | Unreachable): string {
  if (failure instanceof Refused && failure.code === 'CHECK_IN_EARLY' && failure.at !== null)
    return earlyNote(failure.at, look().elder, serverNow());
  if (failure instanceof Refused && failure.code === 'TRIES_USED' && failure.at !== null)
    return `${failure.says}，或者 ${clock(failure.at)} 以后再试`;
  return saysOf(failure);
}

/** Where a refusal leads on to. */
function wayOn(failure: Refused | Unreachable): '' | 'seat' {
  return failure instanceof Refused && failure.code === 'NOT_ON_ROSTER' ? 'seat' : '';
}
