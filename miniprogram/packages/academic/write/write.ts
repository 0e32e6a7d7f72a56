import { call, newRid } from '../../../api/call';
import { uploadLesson } from '../../../api/cloud';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { shown } from '../../../api/show';
import { CONTENT_KINDS, type ContentKind, POLICIES, type Policy } from '../../../contract/words';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { back, pageBelow } from '../../../device/open';
import { pickVideo } from '../../../device/pick-video';
import { BLANK, type Field, type FieldLook, type Form, fieldLooks, fieldsOf, picked } from './fields';
import { bodyOf, formOf } from './write.view';

const isKind = (text: string | undefined): text is ContentKind => text !== undefined && text in CONTENT_KINDS;
const isPolicy = (text: string): text is Policy => text in POLICIES;

/** Writing a course, a recorded lesson or a rule. `?kind=&id=` of what is written anew, `&draft=` of one begun. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    title: '',
    note: '',
    /** The draft that lies with the readers meanwhile; '' for none. */
    reading: '',
    fields: [] as FieldLook[],
    /** A recorded lesson, and whether it has its video. */
    recorded: false,
    video: false,
    sending: false,
    wrong: '',
    busy: false,
  },
  kind: 'course' as ContentKind,
  /** '' for something new. */
  contentId: '',
  draftId: '',
  draft: draftOf<Form>('write', BLANK),
  form: BLANK,
  courses: {} as Record<string, string>,
  fields: [] as Field[],

  onLoad(query: Record<string, string | undefined>) {
    if (isKind(query.kind)) this.kind = query.kind;
    this.contentId = query.id ?? '';
    this.draftId = query.draft ?? '';
    this.draft = draftOf<Form>(`write:${this.kind}:${this.contentId}`, BLANK);
  },
  async onShow() {
    this.setData(look());
    if (this.data.state !== 'ready') await this.load();
  },
  async load() {
    await shown(this, async () => {
      if (this.kind === 'recorded') {
        const filter = { track: null, group: null, method: null, program: null, communityId: null };
        const { items } = await call('course.menu', filter);
        this.courses = Object.fromEntries(items.map(({ id, title }) => [id, title]));
      }
      const kept = this.draft.read();
      const untouched = Object.keys(kept.words).length + Object.keys(kept.chosen).length === 0;
      const form = untouched ? await this.source() : kept;
      if (form === null) return;
      this.form = form;
      this.setData({
        state: 'ready',
        title:
          this.kind === 'policy' && isPolicy(this.contentId)
            ? POLICIES[this.contentId]
            : CONTENT_KINDS[this.kind],
        note: untouched ? '' : '上回没交的还在，接着写',
      });
      this.draw();
    });
  },
  /** What stands there now, the draft that was begun, or an empty form; `null` while others read it (S28). */
  async source(): Promise<Form | null> {
    if (this.draftId !== '') return formOf((await call('content.draft', { id: this.draftId })).body);
    if (this.contentId === '') return BLANK;
    const { body, draftId, reading } = await call('content.source', { kind: this.kind, id: this.contentId });
    if (reading) {
      this.setData({ state: 'empty', gone: '有一稿正在审，退回来才能接着改', reading: draftId ?? '' });
      return null;
    }
    return body === null ? BLANK : formOf(body);
  },
  async onReading() {
    await wx.redirectTo({ url: `/packages/academic/draft/draft?id=${this.data.reading}` });
  },
  /** What was typed here and never handed in goes; what stands there comes back. */
  async onForget() {
    if (!(await ask('上回没交的不要了？删了就找不回来了', '不要了', '留着'))) return;
    this.draft.drop();
    this.setData({ state: 'loading', wrong: '' });
    await this.load();
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  draw() {
    this.fields = fieldsOf(this.kind, this.form, this.courses);
    this.setData({
      fields: fieldLooks(this.fields, this.form),
      recorded: this.kind === 'recorded',
      video: Boolean(this.form.words['fileId']),
    });
  },
  keep(form: Form) {
    if (this.data.wrong !== '') this.draft.renew();
    this.form = this.draft.keep(form);
    this.setData({ wrong: '' });
  },
  onText(event: WechatMiniprogram.Input) {
    const { key } = event.currentTarget.dataset;
    this.keep({ ...this.form, words: { ...this.form.words, [key]: event.detail.value } });
  },
  onDate(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { key } = event.currentTarget.dataset;
    this.keep({ ...this.form, words: { ...this.form.words, [key]: event.detail.value } });
    this.draw();
  },
  onChip(event: WechatMiniprogram.TouchEvent) {
    const { key, value } = event.currentTarget.dataset;
    const field = this.fields.find((one) => one.key === key);
    if (field === undefined) return;
    this.keep(picked(this.form, field, String(value)));
    this.draw();
  },
  async onVideo() {
    const filePath = await pickVideo();
    if (filePath === '' || this.data.sending) return;
    this.setData({ sending: true, wrong: '' });
    try {
      const fileId = await uploadLesson(filePath, newRid());
      this.keep({ ...this.form, words: { ...this.form.words, fileId } });
      this.draw();
    } catch {
      // Storage says in no words of ours why; the rest of the form is kept.
      this.setData({ wrong: '视频没传上，网好一点再选一回' });
    } finally {
      this.setData({ sending: false });
    }
  },
  async onStore() {
    const policy = isPolicy(this.contentId) ? this.contentId : 'teaching_affairs';
    const body = bodyOf(this.kind, policy, this.fields, this.form);
    if (typeof body === 'string') {
      this.setData({ wrong: body });
      return;
    }
    if (this.data.busy) return;
    this.setData({ busy: true, wrong: '' });
    try {
      const input = { contentId: this.contentId || null, body };
      const { id } = await call('content.write', input, { rid: this.draft.rid() });
      this.draft.drop();
      // Whoever came from that draft goes back to it: it does not lie there twice.
      if (id === this.draftId && pageBelow() === 'packages/academic/draft/draft') await back();
      else await wx.redirectTo({ url: `/packages/academic/draft/draft?id=${id}` });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.draft.renew();
      const taken = failure instanceof Refused && failure.code === 'NOT_NOW';
      this.setData({ wrong: taken ? '这一稿交上去在审了，退回来才能改。您写的都还在' : saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
});
