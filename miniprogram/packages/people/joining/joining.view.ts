import type { JoinedView, JoinPreview } from '../../../contract/joining';
import { joined as words } from '../../../lib/text';
import { dayTime } from '../../../lib/time';

export interface JoinedLook {
  name: string;
  sample: boolean;
  place: string;
  since: string;
  /** 明天下午 3 点前能分开; '' when that is over. */
  partable: string;
}

const nameOf = (name: string) => (name === '' ? '没留称呼' : name);

/** @param now by the server's clock, epoch ms */
export function joinedLook(view: JoinedView | null, now: number): JoinedLook | null {
  if (view === null) return null;
  return {
    name: nameOf(view.name),
    sample: view.sample,
    place: view.community,
    since: `${dayTime(view.at, now)} 合成一份`,
    partable: view.partUntil === null ? '' : `${dayTime(view.partUntil, now)} 之前，不对就能分开`,
  };
}

export interface PreviewLook {
  name: string;
  sample: boolean;
  place: string;
}

export function previewLook({ name, sample, community, how }: JoinPreview): PreviewLook {
  return {
    name: nameOf(name),
    sample,
    place: words(community, how === 'phone' ? '电话里问过您' : '上门时问过您'),
  };
}

/** What still keeps one from looking whose record it is; '' for nothing. */
export function missingOf(code: string): string {
  if (code === '') return '先填社区念的六个数';
  return code.length < 6 ? `一共六位，还差 ${6 - code.length} 位` : '';
}
