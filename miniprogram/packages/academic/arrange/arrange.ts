import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { shown } from '../../../api/show';
import type { ScheduleChoices } from '../../../contract/schedule';
import { look } from '../../../device/look';
import { back } from '../../../device/open';
import {
  EMPTY,
  fitsInput,
  formOf,
  type MisfitLine,
  misfitLines,
  missingOf,
  type PlanForm,
  type PlanLook,
  planLook,
  planOf,
  withCourse,
  withSlot,
} from './arrange.view';

/** 排一节课: a new draft, or one that is changed. `?id=` · `?course=` from the pool · `?station=&slot=` from a tour */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    form: { ...EMPTY },
    view: null as PlanLook | null,
    misfits: [] as MisfitLine[],
    /** What stands in the way, '' when nothing does. */
    blocked: '',
    trouble: '',
    busy: false,
  },
  id: '',
  version: 0,
  asked: {} as Record<string, string | undefined>,
  choices: null as ScheduleChoices | null,
  draft: draftOf<PlanForm>('session:draft', EMPTY),
  checks: 0,

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.asked = query;
    this.draft = draftOf<PlanForm>(`session:draft:${query.id ?? query.course ?? query.station ?? ''}`, EMPTY);
  },
  async onShow() {
    this.setData(look());
    if (this.choices === null) await this.load();
  },
  async load() {
    await shown(this, async () => {
      this.choices = await call('session.choices', {});
      let form = this.draft.read();
      if (this.id !== '') {
        const sheet = await call('session.sheet', { id: this.id });
        this.version = sheet.version;
        form = formOf(sheet);
      } else if (form.courseId === '') {
        const { course = '', station = '', slot = '' } = this.asked;
        if (station !== '') form = withSlot({ ...form, venueId: station }, slot, serverNow());
        const begins = form.begins;
        form = withCourse(this.choices, form, course);
        if (station !== '') form = { ...form, begins };
      }
      this.setData({ state: 'ready', form });
      this.draw();
      await this.check();
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  draw() {
    if (this.choices !== null) this.setData({ view: planLook(this.choices, this.data.form) });
  },
  async keep(form: PlanForm) {
    if (this.data.trouble !== '') this.draft.renew();
    this.draft.keep(form);
    this.setData({ form, trouble: '' });
    this.draw();
    await this.check();
  },
  /** Asked anew with each change of place, person or time; only the newest answer counts. */
  async check() {
    const input = fitsInput(this.id === '' ? null : this.id, this.data.form, serverNow());
    this.checks += 1;
    const turn = this.checks;
    if (input === null) {
      this.setData({ misfits: [], blocked: '' });
      return;
    }
    try {
      const { items } = await call('session.fits', input);
      if (turn !== this.checks) return;
      const misfits = misfitLines(items, serverNow());
      this.setData({ misfits, blocked: misfits.find(({ blocks }) => blocks)?.word ?? '' });
    } catch (failure) {
      // Keeping the draft asks the same again and says what is wrong.
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    }
  },
  async onPick(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { field } = event.currentTarget.dataset;
    const { view, form } = this.data;
    if (view === null || this.choices === null) return;
    const options = {
      courseId: view.courses,
      venueId: view.venues,
      teacherId: view.teachers,
      hostId: view.hosts,
    };
    // The four pickers carry these names.
    const chosen = options[field as keyof typeof options][Number(event.detail.value)]?.id ?? '';
    await this.keep(
      field === 'courseId' ? withCourse(this.choices, form, chosen) : { ...form, [field]: chosen },
    );
  },
  async onField(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    await this.keep({ ...this.data.form, [event.currentTarget.dataset.field]: event.detail.value });
  },
  async onFamily(event: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    await this.keep({ ...this.data.form, family: event.detail.value });
  },
  async onNoSignUp() {
    await this.keep({ ...this.data.form, signUpDay: '' });
  },
  async onStore() {
    if (this.data.busy) return;
    const missing = missingOf(this.data.form, serverNow());
    if (missing !== '') {
      this.setData({ trouble: missing });
      return;
    }
    this.setData({ busy: true, trouble: '' });
    try {
      const input = {
        id: this.id === '' ? null : this.id,
        version: this.version,
        plan: planOf(this.data.form),
      };
      const { id } = await call('session.draft', input, { rid: this.draft.rid() });
      this.draft.drop();
      if (this.id !== '') await back('/pages/me/me');
      else await wx.redirectTo({ url: `/packages/academic/class/class?id=${id}` });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      this.setData({ trouble: saysOf(failure) });
      if (failure instanceof Refused) {
        this.draft.renew();
        await this.check();
      }
    } finally {
      this.setData({ busy: false });
    }
  },
  async onBack() {
    await back('/pages/me/me');
  },
});
