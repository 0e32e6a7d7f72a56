import { call, Refused, saysOf, Unreachable } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import type { SpeakerView } from '../../../contract/people';
import { ask } from '../../../device/ask';
import { chooseCommunity, knownCommunities, myCommunity, rememberCommunities } from '../../../device/counter';
import { look } from '../../../device/look';
import { communityChoices } from '../../../lib/community';
import { changesOf, needsConsent, type ProfileDraft, profileForm, UNTOUCHED } from './profile.view';

const draft = draftOf<ProfileDraft>('profile', UNTOUCHED);
/** Deleting is an intention of its own; only its rid is kept. */
const forgetting = draftOf('profile:forget', {});

const NOBODY: SpeakerView = {
  known: false,
  name: '',
  communityId: null,
  elder: false,
  hasPhone: false,
  hasAddress: false,
  roles: [],
  sample: false,
};

Page({
  data: {
    ...look(),
    state: 'loading',
    offline: false,
    form: profileForm(NOBODY, UNTOUCHED, null),
    communities: [] as { value: string; title: string }[],
    ages: [
      { value: 'yes', title: '是' },
      { value: 'no', title: '不是' },
    ],
    hasPhone: false,
    hasAddress: false,
    busy: false,
    consenting: false,
    wrongField: '',
    said: '',
    saidTone: 'pine',
  },

  me: NOBODY,

  async onLoad() {
    await this.refresh();
  },

  onShow() {
    this.setData(look());
  },

  async refresh() {
    try {
      const { me, communities } = await call('me.speaker', {});
      this.me = me;
      rememberCommunities(communities);
      this.setData({ state: 'ready' });
      this.draw();
    } catch (failure) {
      this.setData({
        state: 'error',
        offline: failure instanceof Unreachable && failure.reason === 'offline',
      });
    }
  },

  async retry() {
    this.setData({ state: 'loading' });
    await this.refresh();
  },

  draw() {
    this.setData({
      form: profileForm(this.me, draft.read(), myCommunity()),
      communities: communityChoices(knownCommunities()),
      stored: this.me.known,
    });
  },

  keep(change: Partial<ProfileDraft>) {
    // After a refusal, or once it was stored, a change is a new intention.
    if (this.data.said !== '') draft.renew();
    draft.keep(change);
    this.setData({ said: '', wrongField: '' });
    this.draw();
  },

  onText(event: WechatMiniprogram.Input) {
    const { field } = event.currentTarget.dataset;
    this.keep({ [field]: event.detail.value });
  },

  onCommunity(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.keep({ communityId: event.detail.value });
  },

  onBuilding(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.keep({ building: event.detail.value });
  },

  onElderly(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.keep({ elder: event.detail.value === 'yes' });
  },

  async onSave() {
    if (this.data.busy) return;
    if (needsConsent(draft.read())) this.setData({ consenting: true });
    else await this.store();
  },

  onConsentNo() {
    this.setData({ consenting: false });
  },

  async onConsentYes() {
    this.setData({ consenting: false });
    await this.store();
  },

  async store() {
    this.setData({ busy: true, said: '', wrongField: '' });
    try {
      const { me } = await call('me.update', changesOf(this.me, draft.read()), { rid: draft.rid() });
      this.me = me;
      if (me.communityId !== null) chooseCommunity(me.communityId);
      draft.drop();
      this.setData({ said: '存好了', saidTone: 'pine' });
      this.draw();
    } catch (failure) {
      const wrongField = failure instanceof Refused ? failure.field : '';
      this.setData({ said: saysOf(failure), saidTone: 'rust', wrongField });
    } finally {
      this.setData({ busy: false });
    }
  },

  async onForget() {
    if (this.data.busy) return;
    if (!(await ask('把存着的电话和住址都删掉？删了，上门前联系不上您', '删掉', '留着'))) return;
    this.setData({ busy: true, said: '' });
    try {
      const { me } = await call(
        'me.update',
        { phone: '', building: '', door: '' },
        { rid: forgetting.rid() },
      );
      forgetting.drop();
      draft.keep({ phone: '', building: '', door: '' });
      this.me = me;
      this.setData({ said: '电话和住址删掉了', saidTone: 'pine' });
      this.draw();
    } catch (failure) {
      this.setData({ said: saysOf(failure), saidTone: 'rust' });
    } finally {
      this.setData({ busy: false });
    }
  },
});
