import { load } from '../../api/cache';
import { serverNow, Unreachable } from '../../api/call';
import { wasOnline } from '../../api/network';
import type { OutputOf } from '../../contract/actions';
import { knownCommunities, myCommunity } from '../../device/counter';
import { look } from '../../device/look';
import { open } from '../../device/open';
import { showTab } from '../../device/show-tab';
import { type Door, doorsOf } from '../../lib/doors';
import { seenText } from '../../lib/seen';
import { meLook } from './me.view';

type Output = OutputOf<'me.get'>;

Page({
  data: {
    ...look(),
    state: 'loading',
    offline: false,
    seen: '',
    view: meLook(nobody(), null),
    doors: doorsOf('me', false),
    desks: [] as Door[],
  },

  output: null as Output | null,
  seenAt: null as number | null,

  async onShow() {
    this.draw();
    await this.refresh();
  },

  async onPullDownRefresh() {
    await this.refresh();
    await wx.stopPullDownRefresh();
  },

  async refresh() {
    try {
      const { output, seenAt } = await load('me.get', {});
      this.output = output;
      this.seenAt = seenAt;
      this.setData({ state: 'ready' });
      this.draw();
    } catch (failure) {
      if (this.output !== null) return;
      this.setData({
        state: 'error',
        offline: failure instanceof Unreachable && failure.reason === 'offline',
      });
    }
  },

  draw() {
    const { root, elder } = look();
    showTab(this, 'me');
    this.setData({
      root,
      elder,
      view: meLook(this.output ?? nobody(), myCommunity()),
      doors: doorsOf('me', elder),
      desks: doorsOf(
        'desk',
        elder,
        (this.output?.me.roles ?? []).map(({ role }) => role),
      ),
      seen: seenText(this.seenAt, wasOnline(), serverNow()),
    });
  },

  async retry() {
    this.setData({ state: 'loading' });
    await this.refresh();
  },

  async onRequests() {
    await open('/pages/service/service');
  },

  async onSeats() {
    await open('/packages/school/mine/mine');
  },

  async onProfile() {
    await open('/packages/people/profile/profile');
  },
});

/** Looking around needs no account: until the answer comes, and without one, this is everybody. */
function nobody(): Output {
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
  return { me, communities: [...knownCommunities()], openRequests: 0, seats: 0, desks: [] };
}
