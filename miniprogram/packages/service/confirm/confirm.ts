import { load } from '../../../api/cache';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { onNetwork, wasOnline } from '../../../api/network';
import { outbox } from '../../../api/outbox';
import { canHear, hear } from '../../../api/speech';
import type { BondView } from '../../../contract/family';
import { LIMITS } from '../../../contract/limits';
import type { Category, Role } from '../../../contract/words';
import { chooseCommunity, knownCommunities, myCommunity, rememberCommunities } from '../../../device/counter';
import { look } from '../../../device/look';
import { back } from '../../../device/open';
import { kindOfCategory } from '../../../lib/say/classify';
import { roomLeft } from '../../../lib/text';
import { alarm } from '../lib/alarm';
import { composerFor } from '../lib/composer';
import { dial } from '../lib/dial';
import {
  missingIn,
  needsConsent,
  needsHealthConsent,
  submitInput,
  withoutContact,
  withoutHealth,
} from '../said/input';
import { isForWhom, isSaid, NOTHING_SAID, type Said, titleOf } from '../said/said';
import { confirmLook, placeOf } from './confirm.view';

/** Consent to telephone and address, given once on this phone. */
const CONSENT_KEY = 'consent:contact';

/** What the fields of a person may be called in the draft. */
const FIELDS = ['name', 'phone', 'building', 'door'] as const;

/** 对一下: what was said, for whom, and up it goes (visual.md 12.5). */
Page({
  data: {
    ...look(),
    ...confirmLook(NOTHING_SAID, { communities: [], hasPhone: false, roles: [], elders: [] }),
    /** `check` · `waits`: kept on the phone · `sent`: it went up later, by itself · `returned`: refused then */
    stage: 'check' as 'check' | 'waits' | 'sent' | 'returned',
    /** Why it came back. */
    returned: '',
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
    consenting: false,
    /** 身体的事 is asked about. */
    healthAsking: false,
    busy: false,
    trouble: '',
    /** Where the sentence of `trouble` stands. */
    troubleAt: 'top' as 'top' | 'rows',
    wrong: '',
  },
  composer: composerFor(''),
  hasPhone: false,
  /** Settles when the server has said what it knows of this person, or cannot. */
  met: Promise.resolve(),
  // Until me.get has answered.
  roles: [] as Role[],
  elders: [] as readonly BondView[],
  /** The server has said no to what stands there: a change makes it a new intention. */
  refused: false,
  /** rid of what waits in the outbox. */
  waiting: '',
  alarm: alarm(),
  stopNetwork: () => undefined as unknown,
  stopOutbox: () => undefined as unknown,

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
    void this.listen();
  },
  onShow() {
    this.alarm.rest();
    this.setData(look());
    this.show();
  },
  onUnload() {
    this.stopNetwork();
    this.stopOutbox();
  },

  show() {
    const said = this.composer.draft.read();
    const way = {
      communities: knownCommunities(),
      hasPhone: this.hasPhone,
      roles: this.roles,
      elders: this.elders,
    };
    // After it went off the draft is gone: the page shows what became of it.
    if (this.data.stage !== 'check') return;
    const seen = confirmLook(said, way);
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
  /** The words of the recording, where the operator has speech to text: to read, to put right, to sort by. */
  async listen() {
    const { draft, rid } = this.composer;
    const { recording, text, heard } = draft.read();
    if (recording === null || text !== '' || heard !== '' || !canHear() || !wasOnline()) return;
    this.setData({ hearing: true });
    const words = await hear(recording.path, rid());
    this.setData({ hearing: false });
    const now = draft.read();
    // Meanwhile it may have been handed in, said anew, or written by hand.
    if (words === '' || now.text !== '' || now.recording?.path !== recording.path) return;
    draft.keep({ text: words, heard: words });
    this.show();
    const danger = this.alarm.finish(words, now.calm);
    if (danger !== null) this.keep({ calm: [...now.calm, danger] });
  },
  /** What the server knows of this person, so that it is not asked twice (rules G5). */
  async meet() {
    try {
      const { output } = await load('me.speaker', {});
      this.elders = output.elders;
      rememberCommunities(output.communities);
      this.hasPhone = output.me.hasPhone;
      this.roles = output.me.roles.map(({ role }) => role);
      const { draft } = this.composer;
      const own = output.me.communityId;
      const said = draft.read();
      // Not when it was handed in meanwhile: there is no draft any more.
      if (own !== null && isSaid(said) && said.communityId === '') draft.keep({ communityId: own });
      this.show();
    } catch (failure) {
      // It can be handed in without: then the community is asked for here.
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    }
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
  onKind({ detail }: WechatMiniprogram.CustomEvent<{ value: Said['kind'] }>) {
    // The same card again takes the answer back: the desk decides then.
    this.keep({ kind: detail.value === this.data.kind ? '' : detail.value, category: '' });
  },
  /** The same card again takes the answer back, here too. */
  onBetween({ detail }: WechatMiniprogram.CustomEvent<{ value: Category }>) {
    const back = detail.value === this.data.category;
    this.keep(
      back ? { kind: '', category: '' } : { kind: kindOfCategory(detail.value), category: detail.value },
    );
  },
  onKindOpen() {
    this.setData({ kindOpen: !this.data.kindOpen });
  },
  onWhen(event: WechatMiniprogram.TouchEvent) {
    const { word } = event.currentTarget.dataset;
    this.keep({ when: word === this.composer.draft.read().when ? '' : String(word) });
  },
  onDetails() {
    this.setData({ detailsOpen: true, folded: false });
  },
  onWhoOpen() {
    this.setData({ whoOpen: !this.data.whoOpen });
  },
  onWho(event: WechatMiniprogram.TouchEvent) {
    const { value, person, word } = event.currentTarget.dataset;
    if (value === 'bound' || value === 'household')
      this.keep({ forWhom: value, personId: String(person), name: String(word) });
    else if (isForWhom(value)) this.keep({ forWhom: value, personId: '' });
    this.setData({ whoOpen: false });
  },
  onCommunityOpen() {
    this.setData({ communityOpen: !this.data.communityOpen });
  },
  onCommunity(event: WechatMiniprogram.TouchEvent) {
    const communityId = String(event.currentTarget.dataset.id);
    // The first one that this phone hears of is its own; a mother may live elsewhere.
    if (myCommunity() === null && this.data.forWhom === 'self') chooseCommunity(communityId);
    this.keep({ communityId });
    this.setData({ communityOpen: false });
  },
  onContactOpen() {
    this.setData({ contactOpen: !this.data.contactOpen });
    this.show();
  },
  /** Chosen with a tap: the field shows it at once. */
  onBuilding({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.keep({ building: detail.value });
  },
  onField({ detail }: WechatMiniprogram.CustomEvent<{ name: string; value: string }>) {
    const field = FIELDS.find((name) => name === detail.name);
    if (field !== undefined) this.write({ [field]: detail.value });
  },

  async onAgain() {
    await wx.redirectTo({ url: `../say/say${this.composer.back}` });
  },
  async onCall() {
    await dial('', this.composer.draft.read().communityId || null);
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
    if (missing !== null) return this.refuse(missing.says, missing.field);
    if (needsHealthConsent(said)) this.setData({ healthAsking: true });
    else await this.askContact(said);
  },
  onHealthClose() {
    this.setData({ healthAsking: false });
  },
  async onHealthYes() {
    this.setData({ healthAsking: false });
    this.keep({ health: true });
    await this.askContact(this.composer.draft.read());
  },
  /** It goes all the same, without what ails them: that is said face to face. */
  async onHealthNo() {
    this.setData({ healthAsking: false });
    this.keep(withoutHealth(this.composer.draft.read()));
    await this.askContact(this.composer.draft.read());
  },
  async askContact(said: Said) {
    const asked = wx.getStorageSync(CONSENT_KEY) === true;
    if (needsConsent(said) && !asked) this.setData({ consenting: true });
    else await this.send(said);
  },
  onConsentClose() {
    this.setData({ consenting: false });
  },
  async onConsentYes() {
    wx.setStorageSync(CONSENT_KEY, true);
    this.setData({ consenting: false });
    await this.send(this.composer.draft.read());
  },
  /** It goes all the same, without them; somebody rings or comes by. */
  async onConsentNo() {
    this.setData({ consenting: false });
    await this.send(withoutContact(this.composer.draft.read()));
  },
  async send(said: Said) {
    if (this.data.busy) return;
    const { draft, rid } = this.composer;
    this.setData({ busy: true, trouble: '', wrong: '' });
    const letter = { rid: rid(), title: titleOf(said), recording: said.recording };
    try {
      const posted = await outbox.post('request.submit', submitInput(said), letter);
      // What waits is in the outbox now, and only there.
      draft.drop();
      if (posted.waits) this.wait(letter.rid);
      else await wx.redirectTo({ url: `../request/request?id=${posted.output.id}&fresh=1` });
    } catch (failure) {
      this.refused = failure instanceof Refused;
      this.refuse(saysOf(failure), failure instanceof Refused ? failure.field : '');
    } finally {
      this.setData({ busy: false });
    }
  },
  /** Says why, opens what must be changed, keeps everything. */
  refuse(says: string, field: string) {
    const { wrong, inContact, inRows } = placeOf(field);
    const shown = {
      trouble: says,
      troubleAt: inRows ? ('rows' as const) : ('top' as const),
      wrong,
      contactOpen: this.data.contactOpen || inContact,
      writing: this.data.writing || wrong === 'text',
      detailsOpen: this.data.detailsOpen || inRows,
      folded: this.data.folded && !inRows,
    };
    this.setData(shown, () => wx.pageScrollTo(inRows ? { selector: '#trouble' } : { scrollTop: 0 }));
  },
  wait(rid: string) {
    this.setData({ stage: 'waits' });
    this.stopOutbox = outbox.watch(({ items }) => {
      const item = items.find((each) => each.rid === rid);
      if (item === undefined) this.setData({ stage: 'sent' });
      else if (item.state === 'refused') this.setData({ stage: 'returned', returned: item.says });
    });
    this.waiting = rid;
  },
  async onDone() {
    if (this.data.stage === 'returned') await wx.redirectTo({ url: `../say/say?edit=${this.waiting}` });
    else await back('/pages/service/service');
  },
});
