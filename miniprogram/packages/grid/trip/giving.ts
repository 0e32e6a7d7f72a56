import { call, newRid } from '../../../api/call';
import type { Draft } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import type { intention } from '../../../api/intention';
import { outbox } from '../../../api/outbox';
import type { TripView } from '../../../contract/trip';
import type { TripLook } from './trip.view';
import { recordInput, type Written } from './written';

/** What whoever goes gives on the way: kept on the phone first, then sent once; without a network it waits there. */

interface TripPage {
  readonly data: {
    readonly busy: boolean;
    readonly sheet: string;
    readonly building: boolean;
    readonly view: TripLook | null;
  };
  setData(change: object): void;
  readonly id: string;
  trip: TripView | null;
  readonly draft: Draft<Written>;
  readonly door: string;
  readonly again: string;
  readonly intention: ReturnType<typeof intention>;
  load(): Promise<void>;
  show(): void;
}

/** One sentence at a door. */
export async function recordFrom(page: TripPage): Promise<void> {
  if (page.data.busy) return;
  const { sheet, building } = page.data;
  const rid = page.again || page.draft.rid();
  // A door that is written down for the first time is named by this very intention.
  const door = building ? page.door || rid : '';
  const made = recordInput(page.draft.read(), { id: page.id, stop: sheet, door });
  if ('missing' in made) {
    page.setData({ trouble: made.missing });
    return;
  }
  page.setData({ busy: true, trouble: '' });
  try {
    const { recording } = page.draft.read();
    const posted = await outbox.post('trip.record', made.input, { rid, title: '敲门记的一句', recording });
    page.draft.drop();
    page.setData({ sheet: '' });
    const says = made.input.need === null ? '记上了' : '记上了，要办的也交上去了';
    took(page, posted.waits ? null : posted.output, says);
  } catch (failure) {
    failed(page, failure, true);
  } finally {
    page.setData({ busy: false });
  }
}

/** 出发 or 走完了, whichever is next. */
export async function moveOnFrom(page: TripPage): Promise<void> {
  const main = page.data.view?.main ?? '';
  if (main === '' || page.data.busy) return;
  page.setData({ busy: true, news: '' });
  const starts = main === 'start';
  try {
    const letter = { rid: newRid(), title: starts ? '出发了' : '走完了' };
    const posted = await outbox.post(`trip.${main}`, { id: page.id }, letter);
    const says = starts ? '走吧。到门口先报四个数' : '走完了，辛苦';
    took(page, posted.waits ? null : posted.output, says);
  } catch (failure) {
    failed(page, failure, false);
  } finally {
    page.setData({ busy: false });
  }
}

/** Who was told that somebody comes is told that nobody does: only with a network. */
export async function cancelFrom(page: TripPage): Promise<void> {
  try {
    const trip = await call('trip.cancel', { id: page.id }, { rid: page.intention.rid() });
    page.intention.answered();
    took(page, trip, '这趟不去了，都告诉到了');
  } catch (failure) {
    if (failure instanceof Refused) page.intention.answered();
    failed(page, failure, false);
  }
}

/** @param trip as the server has it now; null where it waits on this phone */
function took(page: TripPage, trip: TripView | null, says: string): void {
  if (trip !== null) page.trip = trip;
  // The copy for the road is renewed as long as there is a network.
  if (trip !== null) void page.load();
  page.setData({
    news: trip === null ? '没信号，照样记下了，回头自己传' : says,
    newsTone: trip === null ? 'frost' : 'pine',
  });
  page.show();
}

function failed(page: TripPage, failure: unknown, inSheet: boolean): void {
  if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
  if (failure instanceof Refused && inSheet) page.draft.renew();
  page.setData(inSheet ? { trouble: saysOf(failure) } : { news: saysOf(failure), newsTone: 'rust' });
}
