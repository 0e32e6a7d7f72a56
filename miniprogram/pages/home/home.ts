import { hasVoice, rememberVoice } from '../../api/aloud';
import { load } from '../../api/cache';
import { serverNow, Unreachable } from '../../api/call';
import { rememberTemplates } from '../../api/messages';
import { onNetwork, wasOnline } from '../../api/network';
import type { QueuedItem } from '../../api/outbox';
import { rememberHearing } from '../../api/speech';
import { keepDanger } from '../../components/read-aloud/kept';
import type { InputOf, OutputOf } from '../../contract/actions';
import { chooseCommunity, knownCommunities, myCommunity, rememberCommunities } from '../../device/counter';
import { chooseSize, declineElder, look, offersElder } from '../../device/look';
import { open } from '../../device/open';
import { coverTabs, showTab } from '../../device/show-tab';
import { seenText } from '../../lib/seen';
import { homeLook } from './home.view';

const DECLINED_KEY = 'community:declined';

type Output = OutputOf<'home.get'>;

Page({
  data: {
    ...look(),
    state: 'loading',
    offline: false,
    offersElder: false,
    aloud: false,
    seen: '',
    choosing: false,
    chosen: '',
    view: homeLook(nothing(), { communityId: null, declined: true, elder: false }, 0),
    doors: [
      { icon: 'book-open', word: '菜单点课', link: '/packages/school/menu/menu' },
      { icon: 'heart', word: '微心愿', link: '/packages/service/wall/wall' },
      { icon: 'bookmark', word: '我的课', link: '/packages/school/mine/mine' },
      { icon: 'location', word: '教学点', link: '/packages/school/venues/venues' },
    ],
  },

  /** Not shown by itself: the answer that the view is made of, and how to stop listening. */
  output: null as Output | null,
  seenAt: null as number | null,
  stopListening: (() => undefined) as () => void,

  onLoad() {
    this.setData({ offersElder: offersElder() });
  },

  async onShow() {
    this.draw();
    this.stopListening = onNetwork((online) => {
      if (online) void this.refresh();
      else this.draw();
    });
    await this.refresh();
  },

  onHide() {
    this.stopListening();
  },

  onUnload() {
    this.stopListening();
  },

  async onPullDownRefresh() {
    await this.refresh();
    await wx.stopPullDownRefresh();
  },

  async refresh() {
    const input: InputOf<'home.get'> = { communityId: myCommunity() };
    try {
      const { output, seenAt } = await load('home.get', input);
      rememberCommunities(output.communities);
      rememberTemplates(output.templates);
      rememberHearing(output.hears);
      rememberVoice(output.aloud);
      if (this.data.elder) void keepDanger();
      // A new phone of somebody who said it before: the counter to ring is theirs.
      if (myCommunity() === null && output.me.communityId !== null) chooseCommunity(output.me.communityId);
      this.output = output;
      this.seenAt = seenAt;
      this.setData({ state: 'ready' });
      this.draw();
    } catch (failure) {
      // What stands on the page stays; only an empty page turns into the sentence.
      if (this.output !== null) return;
      const offline = failure instanceof Unreachable && failure.reason === 'offline';
      this.setData({ state: 'error', offline });
    }
  },

  draw() {
    const { root, elder } = look();
    showTab(this, 'home');
    this.setData({ root, elder, chosen: myCommunity() ?? '', aloud: hasVoice() });
    const now = serverNow();
    // Before the first answer nothing is asked: the server may know the community from the profile.
    const declined = this.output === null || wx.getStorageSync(DECLINED_KEY) === true;
    this.setData({
      view: homeLook(this.output ?? nothing(), { communityId: myCommunity(), declined, elder }, now),
      seen: seenText(this.seenAt, wasOnline(), now),
    });
  },

  async retry() {
    this.setData({ state: 'loading' });
    await this.refresh();
  },

  async onSpeak() {
    await open('/packages/service/say/say');
  },

  async onOpen(event: WechatMiniprogram.TouchEvent) {
    await open(event.currentTarget.dataset.link);
  },

  async onTimetable() {
    await open('/pages/school/school');
  },

  onChooseOpen() {
    coverTabs(this, true);
    this.setData({ choosing: true });
  },

  onChooseClose() {
    coverTabs(this, false);
    this.setData({ choosing: false });
  },

  async onChoose(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    chooseCommunity(event.detail.value);
    this.onChooseClose();
    this.draw();
    await this.refresh();
  },

  onChooseLater() {
    wx.setStorageSync(DECLINED_KEY, true);
    this.draw();
  },

  onElderYes() {
    chooseSize('large');
    this.setData({ offersElder: false });
    this.draw();
  },

  onElderNo() {
    declineElder();
    this.setData({ offersElder: false });
  },

  onSizeChange() {
    this.setData({ offersElder: false });
    this.draw();
  },

  async onEditWaiting(event: WechatMiniprogram.CustomEvent<{ item: QueuedItem }>) {
    await open(`/packages/service/say/say?edit=${event.detail.item.rid}`);
  },
});

/** Before the first answer the page shows only what needs none. */
function nothing(): Output {
  const me = {
    known: false,
    name: '',
    communityId: null,
    elder: false,
    hasPhone: false,
    hasAddress: false,
    roles: [],
    unread: 0,
    sample: false,
  };
  const templates = { progress: '', class: '', visit: '' };
  const communities = [...knownCommunities()];
  return { me, communities, templates, hears: false, aloud: false, matter: null, desks: [], classes: [] };
}
