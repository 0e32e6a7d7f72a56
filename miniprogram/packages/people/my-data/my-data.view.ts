import type { Consent, MyDataView, ReadView } from '../../../contract/my-data';
import { CONSENTS } from '../../../contract/words';
import { joined, steady } from '../../../lib/text';
import { day, dayTime } from '../../../lib/time';

const FIELDS: Readonly<Record<ReadView['field'], string>> = {
  phone: '看了您的电话',
  door: '看了您的门牌',
  pickup: '看了接送口令',
  card: '扫了您的户卡',
  caller: '您打来电话，照号码找了您',
  callback: '打开您的电话，好给您打电话说事',
  danger: '您求助以后，看了电话和门牌',
  helper: '要了您的电话，好跟您联系',
  rights: '打开您的电话，好回电核实您要办的',
  copy: '照您说的，给您抄了一份',
};

/** What follows when it is taken back. */
const AFTERWARDS: Readonly<Record<Consent, string>> = {
  contact: '撤了就删掉；在办的事办完再删',
  messages: '撤了不再发，小程序里的消息还在',
  portrait: '撤了就删掉照片，也不再给人家电话；照样上门',
  elder: '撤了就不按长者留座',
  health: '撤了，办完的马上删；在办的一办完就删',
  child: '撤了，办完的马上删；在办的一办完就删',
};

export interface MyDataLook {
  kept: { key: string; title: string; value: string; text: string }[];
  /** What is not kept at all, in one sentence. */
  empty: string;
  reads: { key: string; title: string; text: string }[];
  consents: { key: Consent; title: string; text: string }[];
  erasing: string;
  /** What becomes of matters under way, '' when there is none. */
  open: string;
}

/** @param now by the server's clock, epoch ms */
export function myDataLook(view: MyDataView, now: number): MyDataLook {
  const kept = view.kept.filter(({ value }) => value !== '');
  const empty = view.kept.filter(({ value }) => value === '').map(({ title }) => title);
  return {
    kept: kept.map(({ key, title, value, why, until }) => ({
      key,
      title,
      value,
      text: steady(`${why}。${until}。`),
    })),
    empty: empty.length === 0 ? '' : `没存的：${empty.join('、')}。`,
    reads: view.reads.map(({ at, who, field, title }, index) => ({
      key: `${at}-${index}`,
      title: `${who.role} ${who.name === who.role ? '' : who.name}${FIELDS[field]}`,
      text: joined(dayTime(at, now), title !== '' && `为“${title}”`),
    })),
    consents: view.consents.map((key) => ({ key, title: CONSENTS[key], text: AFTERWARDS[key] })),
    erasing: view.erasure === null ? '' : `${day(view.erasure.dueAt, now)}注销，这之前都能反悔`,
    open:
      view.openRequests === 0
        ? ''
        : `您还有 ${view.openRequests} 件事在办。到日子还没办完的：要到您家办的替您撤下，不再有人上门；楼道、路灯这样大家的事社区接着办，不再有您的称呼、电话和住处，也没法告诉您办得咋样。替别人说的，照样给人家办。`,
  };
}
