import { onNetwork, wasOnline } from '../../../api/network';
import { LIMITS } from '../../../contract/limits';
import type { Category } from '../../../contract/words';
import { chooseCommunity, knownCommunities, myCommunity } from '../../../device/counter';
import { look } from '../../../device/look';
import { roomLeft } from '../../../lib/text';
import { alarm } from '../lib/alarm';
import { composerFor } from '../lib/composer';
import { missingIn, withoutContact, withoutHealth } from '../said/input';
import { isSaid, NOTHING_SAID, type Said } from '../said/said';
import { withCategory, withField, withKind, withTime, withWhom } from './chosen';
import { confirmLook } from './confirm.view';
import { type Asks, agreeToContact, asksAbout } from './consents';
import { listenFrom } from './listening';
import { meet, STRANGER } from './meeting';
import { refuseAt, sendFrom } from './sending';

/** What one row unfolds and folds again. */
const UNFOLDING = ['kindOpen', 'whoOpen', 'communityOpen', 'contactOpen'] as const;

/** 对一下: what was said, for whom, and up it goes (visual.md 12.5). */
Page({
  data: {
    ...look(),
    ...confirmLook(NOTHING_SAID, { communities: [], ...STRANGER }),
    /** rid of what waits in the outbox; '' while it is looked over. */
    waiting: '',
    /** A machine writes down what was recorded. */
    hearing: false,
    writing: false,
    kindOpen: false,
    whoOpen: false,
    communityOpen: false,
    contactOpen: false,
    offline: false,
    /** 大字版: everything but the words and the either-or is behind one row. */
    detailsOpen: false,
    folded: false,
    asks: '' as Asks,
    busy: false,
    trouble: '',
    troubleAt: 'top' as 'top' | 'rows',
    wrong: '',
  },
  composer: composerFor(''),
  known: STRANGER,
  /** Settles when the server has said what it knows of this person, or cannot. */
  met: Promise.resolve(),
  /** The server has said no to what stands there: a change makes it a new intention. */
  refused: false,
  alarm: alarm(),
  stopNetwork: () => undefined as unknown,

  onLoad(query: Record<string, string | undefined>) {
    this.composer = composerFor(query.edit ?? '');
    this.alarm = alarm();
    const { draft } = this.composer;
    const said = draft.read();
    if (!isSaid(said)) {
      wx.redirectTo({ url: `../say/say${this.composer.back}` });
      return;
    }
    if (said.communityId === '') draft.keep({ communityId: myCommunity() ?? '' });
    this.stopNetwork = onNetwork(() => this.show());
    this.show();
    this.met = this.meet();
    void listenFrom(this);
  },
  onShow() {
    this.alarm.rest();
    this.setData(look());
    this.show();
  },
  onUnload() {
    this.stopNetwork();
  },

  show() {
    const said = this.composer.draft.read();
    // After it went off the draft is gone: the page shows what became of it.
    if (this.data.waiting !== '') return;
    const seen = confirmLook(said, { communities: knownCommunities(), ...this.known });
    const folded = this.data.elder && !this.data.detailsOpen && !seen.other && !seen.asksCommunity;
    this.setData({ ...seen, folded, offline: !wasOnline() });
  },
  keep(change: Partial<Said>) {
    this.write(change);
    this.show();
  },
  /** Kept, and not set again: a field holds its text itself while somebody types. */
  write(change: Partial<Said>) {
    const { draft } = this.composer;
    draft.keep(change);
    if (this.refused) draft.renew();
    this.refused = false;
    if (this.data.trouble !== '') this.setData({ trouble: '', wrong: '' });
  },
  async meet() {
    const known = await meet(this.composer);
    if (known === null) return;
    this.known = known;
    this.show();
  },

  onWrite() {
    this.setData({ writing: !this.data.writing });
    this.show();
  },
  onInput({ detail }: WechatMiniprogram.TextareaInput) {
    this.write({ text: detail.value });
    this.setData({ room: roomLeft(detail.value, LIMITS.sentence) });
    const { draft } = this.composer;
    const word = this.alarm.heed(detail.value, draft.read().calm);
    if (word !== null) draft.keep({ calm: [...draft.read().calm, word] });
  },
  onUnfold(event: WechatMiniprogram.TouchEvent) {
    const row = UNFOLDING.find((one) => one === event.currentTarget.dataset.row);
    if (row === undefined) return;
    this.setData({ [row]: !this.data[row] });
    if (row === 'contactOpen') this.show();
  },
  onDetails() {
    this.setData({ detailsOpen: true, folded: false });
  },
  onKind({ detail }: WechatMiniprogram.CustomEvent<{ value: Said['kind'] }>) {
    this.keep(withKind(this.data.kind, detail.value));
  },
  onBetween({ detail }: WechatMiniprogram.CustomEvent<{ value: Category }>) {
    this.keep(withCategory(this.data.category, detail.value));
  },
  onWhen(event: WechatMiniprogram.TouchEvent) {
    this.keep(withTime(this.composer.draft.read().when, String(event.currentTarget.dataset.word)));
  },
  onWho(event: WechatMiniprogram.TouchEvent) {
    this.keep(withWhom(event.currentTarget.dataset));
    this.setData({ whoOpen: false });
  },
  onCommunity(event: WechatMiniprogram.TouchEvent) {
    const communityId = String(event.currentTarget.dataset.id);
    // The first one that this phone hears of is its own; a mother may live elsewhere.
    if (myCommunity() === null && this.data.forWhom === 'self') chooseCommunity(communityId);
    this.keep({ communityId });
    this.setData({ communityOpen: false });
  },
  /** Chosen with a tap: the field shows it at once. */
  onBuilding({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.keep({ building: detail.value });
  },
  onField({ detail }: WechatMiniprogram.CustomEvent<{ name: string; value: string }>) {
    this.write(withField(detail));
  },

  async onAgain() {
    await wx.redirectTo({ url: `../say/say${this.composer.back}` });
  },
  async onSubmit() {
    if (this.data.busy) return;
    // A quick finger: the community is not asked for while the server may still be naming it (rules G5).
    if (this.composer.draft.read().communityId === '') {
      this.setData({ busy: true });
      await this.met;
      this.setData({ busy: false });
    }
    const said = this.composer.draft.read();
    const word = this.alarm.finish(said.text, said.calm);
    if (word !== null) return this.keep({ calm: [...said.calm, word] });
    const missing = missingIn(said);
    if (missing !== null) return refuseAt(this, missing.says, missing.field);
    await this.goOn();
  },
  /** What has to be asked about on its own, and then off it goes. */
  async goOn() {
    const said = this.composer.draft.read();
    const asks = asksAbout(said);
    this.setData({ asks });
    if (asks === '') await sendFrom(this, said);
  },
  onAsksClose() {
    this.setData({ asks: '' });
  },
  async onHealthYes() {
    this.keep({ health: true });
    await this.goOn();
  },
  /** It goes all the same, without what ails them: that is said face to face. */
  async onHealthNo() {
    this.keep(withoutHealth(this.composer.draft.read()));
    await this.goOn();
  },
  async onConsentYes() {
    agreeToContact();
    await this.goOn();
  },
  /** It goes all the same, without them; somebody rings or comes by. */
  async onConsentNo() {
    this.setData({ asks: '' });
    await sendFrom(this, withoutContact(this.composer.draft.read()));
  },
});
