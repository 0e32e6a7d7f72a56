import { call } from '../../../../api/call';
import { type Draft, draftOf } from '../../../../api/drafts';
import { ofDraft, sentFrom } from '../../../../api/sheet';
import type { PlanView } from '../../../../contract/plan';
import {
  type ClassChips,
  type ClassForm,
  classChips,
  classForm,
  classOf,
  NEW_CLASS,
  withWeek,
} from './fixed.view';

const NO_CHIPS: ClassChips = { area: [], course: [], venue: [], weekday: [], weeks: [] };
const NO_PLAN: PlanView = {
  year: 0,
  state: 'draft',
  edition: 0,
  approvedAt: null,
  matterId: null,
  classes: [],
  courses: [],
  venues: [],
  next: [],
};
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** What is typed is kept on this phone until it is stored; one page writes one class at a time. */
let draft: Draft<ClassForm> = draftOf('plan:class', NEW_CLASS);

/**
 * A fixed class of the year's plan: written, or moved to another month and weekday (S30, S31).
 *   plan · mode: 'write' | 'move' | '' for closed · one: id of the class, '' for a new one · month · elder
 *   bind:close · bind:stored → detail { plan, news }
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    // Nothing is open before the page has read it.
    plan: { type: Object, value: NO_PLAN },
    mode: { type: String, value: '' },
    one: { type: String, value: '' },
    month: { type: Number, value: 1 },
    elder: { type: Boolean, value: false },
  },
  data: {
    form: NEW_CLASS,
    chips: NO_CHIPS,
    months: MONTHS,
    moveTo: 1,
    wrong: '',
    busy: false,
  },
  observers: {
    'mode, one'() {
      this.begin();
    },
  },
  methods: {
    begin() {
      const { plan, mode, one, month } = this.data;
      if (mode === '') return;
      const stored = plan.classes.find(({ id }) => id === one);
      const form = stored === undefined ? NEW_CLASS : classForm(stored);
      draft = draftOf<ClassForm>(one === '' ? 'plan:class' : `plan:${mode}:${one}`, form);
      // Where it stands is what is moved; what was being written goes on.
      if (mode === 'move') draft.keep(form);
      this.setData({ moveTo: stored?.month ?? month, wrong: '' });
      this.draw(draft.read());
    },
    draw(form: ClassForm) {
      this.setData({ form, chips: classChips(this.data.plan, form) });
    },
    keep(change: Partial<ClassForm>) {
      this.setData({ wrong: '' });
      this.draw(draft.keep(change));
    },
    onText(event: WechatMiniprogram.Input) {
      this.keep({ [event.currentTarget.dataset.field]: event.detail.value });
    },
    onTime(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.keep({ start: event.detail.value });
    },
    onChip(event: WechatMiniprogram.TouchEvent) {
      const { field, value } = event.currentTarget.dataset;
      const { form } = this.data;
      if (field === 'weekday') this.keep({ weekday: Number(value) });
      else if (field === 'weeks') this.keep({ weeks: withWeek(form.weeks, Number(value)) });
      // The chips were drawn from the closed lists of these fields.
      else this.keep({ [field]: form[field as 'courseId'] === value ? '' : value });
    },
    onMoveTo(event: WechatMiniprogram.TouchEvent) {
      this.setData({ moveTo: Number(event.currentTarget.dataset.month) });
    },
    async onStore() {
      const { plan, one, month, mode, moveTo, form } = this.data;
      const said = classOf(form);
      if (typeof said === 'string') {
        this.setData({ wrong: said });
        return;
      }
      const { year } = plan;
      if (mode === 'move') {
        const { weekday, weeks } = said;
        const input = { year, id: one, month: moveTo, weekday, weeks };
        await this.give((rid) => call('plan.move', input, { rid }), `挪到 ${moveTo} 月了`);
      } else {
        const input = { year, month, id: one || null, class: said };
        await this.give((rid) => call('plan.put', input, { rid }), '记下了');
      }
    },
    async give(send: (rid: string) => Promise<PlanView>, news: string) {
      const plan = await sentFrom(this, ofDraft(draft), send);
      if (plan !== null) this.triggerEvent('stored', { plan, news });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
