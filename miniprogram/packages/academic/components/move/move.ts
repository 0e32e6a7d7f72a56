import { call, Refused, saysOf, serverNow, Unreachable } from '../../../../api/call';
import { intention } from '../../../../api/intention';
import { ofForm, sentFrom } from '../../../../api/sheet';
import type { ScheduleView } from '../../../../contract/schedule';
import { clock, pickedDay } from '../../../../lib/time';
import {
  type MonthGrid,
  type MoveLook,
  momentOf,
  monthGrid,
  moveLook,
  moveMonths,
  moveWord,
  type Obstacle,
  obstaclesOf,
} from './move.view';

/** One page moves one class at a time; another class, another moment or another reason is another intention. */
const sending = ofForm(intention());
const UNDECIDED = '先不上，时间待定，告诉大家';
const NO_DAY = {
  day: '',
  dayWord: '',
  undecided: false,
  reason: '',
  obstacles: [] as Obstacle[],
  blocked: false,
  word: '',
  wrong: '',
};

/** What was seen is moved; what nobody has seen is planned anew. @param startsAt `null` for a day that is not known yet */
function laidDown(
  { id, version, draft }: ScheduleView,
  way: MoveLook['way'],
  { startsAt, reason, rid }: { startsAt: number | null; reason: string; rid: string },
): Promise<ScheduleView> {
  if (way === 'postpone') return call('session.postpone', { id, startsAt, reason }, { rid });
  if (startsAt === null) throw new Error(`${way} needs a day`);
  if (way === 'republish') return call('session.republish', { id, startsAt }, { rid });
  return call('session.draft', { id, version, plan: { ...draft, startsAt } }, { rid });
}

/**
 * 换一天: a class is picked up, a tap on a day of the month lays it down there, and a second one says so (S30). What
 * stands in the way of that day, and who will hear of it, is read before the second.
 * The day may be left open too, where people have seen one that does not hold.
 *   session: id of the class, '' while none is picked up · elder
 *   other: what the outline button says · bind:other
 *   bind:close · bind:moved → detail { way, undecided }
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    session: { type: String, value: '', observer: 'onPicked' },
    elder: { type: Boolean, value: false },
    other: { type: String, value: '看这节课' },
  },
  data: {
    sheet: null as ScheduleView | null,
    view: null as MoveLook | null,
    months: [] as { value: string; word: string }[],
    month: '',
    grid: { blanks: [], days: [] } as MonthGrid,
    week: ['一', '二', '三', '四', '五', '六', '日'],
    begins: '',
    busy: false,
    ...NO_DAY,
  },
  methods: {
    async onPicked() {
      const { session } = this.data;
      this.setData({ ...NO_DAY, sheet: null, view: null });
      if (session !== '')
        await this.asking(async () => this.show(await call('session.sheet', { id: session })));
    },
    show(sheet: ScheduleView) {
      const now = serverNow();
      const months = moveMonths(sheet.startsAt, now);
      this.setData({ sheet, months, view: moveLook(sheet, now), begins: clock(sheet.startsAt) });
      this.draw(months[0]?.value ?? '', this.data.day);
    },
    draw(month: string, day: string) {
      const startsAt = this.data.sheet?.startsAt ?? 0;
      const grid = monthGrid(month, day, startsAt, serverNow());
      this.setData({ month, day, dayWord: pickedDay(day), grid });
    },
    onMonth(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.draw(event.detail.value, this.data.day);
    },
    async onDay(event: WechatMiniprogram.TouchEvent) {
      const { date, past } = event.currentTarget.dataset;
      if (past === true || this.data.view?.way === '') return;
      this.draw(this.data.month, String(date));
      await this.look();
    },
    /** The month comes back, to tap another day. */
    onAgain() {
      this.setData({ ...NO_DAY, reason: this.data.reason });
      this.draw(this.data.month, '');
    },
    onUndecided() {
      this.setData({ ...NO_DAY, undecided: true, word: UNDECIDED, reason: this.data.reason });
    },
    async onTime(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ begins: event.detail.value });
      await this.look();
    },
    /** What is in the way of the chosen day. */
    async look() {
      const { sheet, view, day, begins } = this.data;
      if (sheet === null || view === null || day === '') return;
      const startsAt = momentOf(day, begins);
      this.setData({
        word: moveWord(view.way, startsAt, serverNow()),
        obstacles: [],
        blocked: false,
        wrong: '',
      });
      const { venueId, teacherId, minutes, capacity } = sheet.draft;
      await this.asking(async () => {
        const { items } = await call('session.fits', {
          id: sheet.id,
          venueId,
          teacherId,
          startsAt,
          minutes,
          capacity,
        });
        // Another day may have been tapped meanwhile.
        if (momentOf(this.data.day, this.data.begins) !== startsAt) return;
        const obstacles = obstaclesOf(items, serverNow());
        this.setData({ obstacles, blocked: obstacles.some(({ blocks }) => blocks) });
      });
    },
    onReason(event: WechatMiniprogram.TouchEvent) {
      this.setData({ reason: String(event.currentTarget.dataset.word), wrong: '' });
    },
    onWords(event: WechatMiniprogram.Input) {
      this.setData({ reason: event.detail.value, wrong: '' });
    },
    async onMove() {
      const { sheet, view, day, begins, undecided } = this.data;
      const reason = this.data.reason.trim();
      if (sheet === null || view === null || (day === '' && !undecided)) return;
      if (view.reasons.length > 0 && reason === '') {
        this.setData({ wrong: '说一句缘由，大伙好明白' });
        return;
      }
      const startsAt = undecided ? null : momentOf(day, begins);
      const { way } = view;
      const moved = await sentFrom(this, sending({ id: sheet.id, startsAt, reason }), (rid) =>
        laidDown(sheet, way, { startsAt, reason, rid }),
      );
      if (moved !== null) this.triggerEvent('moved', { way, undecided });
    },
    async asking(run: () => Promise<void>) {
      try {
        await run();
      } catch (failure) {
        if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
        this.setData({ wrong: saysOf(failure) });
      }
    },
    onClose() {
      this.triggerEvent('close');
    },
    onOther() {
      this.triggerEvent('other');
    },
  },
});
