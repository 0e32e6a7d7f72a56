import { load } from '../../../api/cache';
import { call, newRid, Refused, saysOf, serverNow, Unreachable } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import type { PaperTarget } from '../../../contract/paper';
import type { ConsoleView } from '../../../contract/school';
import type { Role } from '../../../contract/words';
import { myCommunity } from '../../../device/counter';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { spacedCode } from '../../../lib/complaint-line';
import {
  complaintOf,
  type FoundLook,
  foundLook,
  handedIn,
  isMatter,
  missingIn,
  NOTHING,
  pageOf,
  paperWays,
  type RosterLook,
  rosterLook,
  SUBJECTS,
  saidIn,
  slipsFor,
  submission,
  VOID,
  type Written,
} from './in.view';

const draft = draftOf<Written>('paper:in', NOTHING);
const FIELDS = ['text', 'name', 'building', 'door', 'phone', 'when'] as const;
const REASON = '纸上点的名';

/** 纸上来的: scan a slip, type what is on it, hand it in. `?scene=`: opened by the slip's own code. */
Page({
  data: {
    ...look(),
    slips: slipsFor([]),
    ways: paperWays([]),
    subjects: SUBJECTS,
    code: '',
    venue: null as { title: string; communityId: string } | null,
    roster: null as RosterLook | null,
    found: null as FoundLook | null,
    form: draft.read(),
    busy: false,
    news: '',
    trouble: '',
  },
  sessionId: '',
  console: null as ConsoleView | null,
  rids: {} as Record<string, string>,

  async onLoad(query: Record<string, string | undefined>) {
    const scene = decodeURIComponent(query.scene ?? '');
    if (scene === '') await this.meet();
    else await this.read(scene);
  },
  onShow() {
    this.setData(look());
  },

  onCode(event: WechatMiniprogram.Input) {
    this.setData({ code: event.detail.value, trouble: '' });
  },
  async onOpen() {
    if (this.data.code.trim() === '') this.setData({ trouble: '照码下面的字输，头一个是字母' });
    else await this.read(this.data.code);
  },
  onScan() {
    wx.scanCode({
      onlyFromCamera: true,
      // The typings do not know the mini program's own code.
      scanType: ['qrCode', 'wxCode' as 'qrCode'],
      success: ({ result, path }) => void this.read(path ?? result),
      // Putting the camera away is no error.
      fail: () => undefined,
    });
  },
  async read(text: string) {
    await this.attempt(async () => {
      const roles = await this.roles();
      const target = await this.target(text);
      if (target === null) return;
      const found = foundLook(target, roles);
      this.setData({ found });
      if (found !== null) return;
      const page = pageOf(target, roles, text);
      if (page !== '') await open(page);
      else await this.take(target);
    });
  },
  async take(target: PaperTarget) {
    if (target.is === 'venue') {
      const communityId = target.communityId ?? myCommunity() ?? '';
      this.setData({ venue: { title: target.title, communityId }, roster: null });
    }
    if (target.is === 'session') {
      this.sessionId = target.id;
      this.show((await load('session.console', { id: target.id })).output);
    }
  },
  /** `null`: void, and this reader was told so in full. Who is at work here scans the next one. */
  async target(code: string): Promise<PaperTarget | null> {
    try {
      return await call('paper.read', { code });
    } catch (failure) {
      if (this.data.ways.prints || !(failure instanceof Refused && failure.code === 'SLIP_VOID'))
        throw failure;
      this.setData({ found: VOID });
      return null;
    }
  },
  async roles(): Promise<Role[]> {
    const { output } = await load('me.speaker', {});
    const roles = output.me.roles.map(({ role }) => role);
    this.setData({ slips: slipsFor(roles), ways: paperWays(roles) });
    return roles;
  },
  async meet() {
    try {
      await this.roles();
    } catch (failure) {
      // A slip is read all the same: without an answer the other ways stay away.
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    }
  },

  // ---- a roster
  show(view: ConsoleView) {
    this.console = view;
    this.setData({ roster: rosterLook(view), venue: null });
  },
  async onMark(event: WechatMiniprogram.TouchEvent) {
    const seat = String(event.currentTarget.dataset.seat);
    const { console: view } = this;
    if (view === null || event.currentTarget.dataset.on === true) return;
    const rid = this.rids[seat] ?? newRid();
    this.rids[seat] = rid;
    const id = this.sessionId;
    const over = serverNow() > view.session.checkIn.closesAt;
    await this.attempt(async () => {
      this.show(
        over
          ? await call('session.backfill', { id, seat, reason: REASON }, { rid })
          : await call('session.mark', { id, seat, arrived: true }, { rid }),
      );
      delete this.rids[seat];
    });
  },

  // ---- a slip that somebody wrote on
  onKind({ detail }: WechatMiniprogram.CustomEvent<{ value: Written['kind'] }>) {
    this.keep({ kind: detail.value });
  },
  onSubject(event: WechatMiniprogram.TouchEvent) {
    this.keep({ subject: String(event.currentTarget.dataset.value) });
  },
  onField(event: WechatMiniprogram.Input) {
    const field = FIELDS.find((name) => name === event.currentTarget.dataset.field);
    if (field !== undefined) this.keep({ [field]: event.detail.value });
  },
  keep(change: Partial<Written>) {
    draft.keep(change);
    this.setData({ form: draft.read(), trouble: '' });
  },
  async onHandIn() {
    const { venue, form } = this.data;
    if (venue === null) return;
    const missing = missingIn(form);
    if (missing !== '') {
      this.setData({ trouble: missing });
      return;
    }
    await this.attempt(async () => {
      const news = await this.send(form, venue.communityId);
      draft.drop();
      this.setData({ form: { ...NOTHING, kind: form.kind }, news });
      draft.keep({ kind: form.kind });
    });
  },

  async send(form: Written, communityId: string): Promise<string> {
    const intention = { rid: draft.rid() };
    if (!isMatter(form)) {
      const { code } = await call('complaint.enter', complaintOf(form, communityId), intention);
      return saidIn(spacedCode(code));
    }
    const { no } = await call('request.submit', submission(form, communityId), intention);
    return handedIn(no, form.text);
  },

  async onSay() {
    const { found } = this.data;
    if (found !== null) await open(found.say);
  },

  onAnother() {
    this.setData({ venue: null, roster: null, found: null, code: '', trouble: '', news: '' });
  },
  async attempt(step: () => Promise<void>) {
    if (this.data.busy) return;
    this.setData({ busy: true, trouble: '', news: '' });
    try {
      await step();
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) {
        draft.renew();
        this.rids = {};
      }
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
});
