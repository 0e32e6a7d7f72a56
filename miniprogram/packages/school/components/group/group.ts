import { call } from '../../../../api/call';
import { type Draft, draftOf } from '../../../../api/drafts';
import { Refused, saysOf, type Unreachable } from '../../../../api/failures';
import { ofDraft, sentFrom } from '../../../../api/sheet';
import { namesOf, wrongGroup } from './group.view';

const NOBODY = { branch: '', size: '3', names: '' };
type Group = typeof NOBODY;

/** One page is one class. */
let draft: Draft<Group> = draftOf('group:', NOBODY);

/** Told to who asked for more seats than are left: how many there are. */
function saysWithSeats(failure: Refused | Unreachable): string {
  if (!(failure instanceof Refused) || failure.code !== 'SEATS_FULL') return saysOf(failure);
  return `只剩 ${failure.count ?? 0} 座，少报几位`;
}

/**
 * 支部一起报名 (S51): several seats by one contact, as it is typed.
 *   open · session: id of a class · branch: the one that was named last
 *   bind:close · bind:taken → detail { view, count }
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    open: { type: Boolean, value: false, observer: 'onOpen' },
    session: { type: String, value: '' },
    branch: { type: String, value: '' },
  },
  data: { group: NOBODY, wrong: '', busy: false },
  methods: {
    onOpen() {
      if (!this.data.open) return;
      draft = draftOf(`group:${this.data.session}`, NOBODY);
      const typed = draft.read();
      this.setData({ wrong: '', group: { ...typed, branch: typed.branch || this.data.branch } });
    },
    onField(event: WechatMiniprogram.Input) {
      if (this.data.wrong !== '') draft.renew();
      const group = { ...this.data.group, [event.currentTarget.dataset.field]: event.detail.value };
      draft.keep(group);
      this.setData({ group, wrong: '' });
    },
    async onSend() {
      const { branch, size, names: typed } = this.data.group;
      const names = namesOf(typed, size);
      const wrong = wrongGroup(branch, names);
      if (wrong !== '') {
        this.setData({ wrong });
        return;
      }
      const input = { id: this.data.session, branch: branch.trim(), names };
      const take = (rid: string) => call('session.take_group', input, { rid });
      const view = await sentFrom(this, ofDraft(draft), take, saysWithSeats);
      if (view !== null) this.triggerEvent('taken', { view, count: names.length });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
