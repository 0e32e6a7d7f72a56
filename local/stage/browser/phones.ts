import type { PhoneControl, Sight, Stage } from '../../phone/runtime/host';
import { calledBy, type Holder, type Poster } from '../config';
import { cloud } from './cloud';
import { button, byId, choice, el, say } from './dom';
import { scaleFor } from './fit';
import { FONT_SIZES, type Layout, NETWORKS, type PhoneLayout } from './layout';

/** One to three phones side by side, each in a document of its own. */

const FONT_WORDS: Record<(typeof FONT_SIZES)[number], string> = { 16: '标准', 20: '偏大', 23: '很大' };
const NETWORK_WORDS: Record<(typeof NETWORKS)[number], string> = { wifi: '有', slow: '慢', none: '断了' };

interface Placed {
  phone: PhoneLayout;
  frame: HTMLIFrameElement;
}

export class Phones {
  readonly #placed = new Map<PhoneLayout, { figure: HTMLElement } & Placed>();
  readonly #holders: readonly Holder[];
  readonly #layout: Layout;
  readonly #keep: () => void;
  #offset = 0;

  constructor(holders: readonly Holder[], layout: Layout, keep: () => void) {
    this.#holders = holders;
    this.#layout = layout;
    this.#keep = keep;
    addEventListener('resize', () => this.fit());
  }

  /** Phones that stay are left as they are, with what is on their glass. */
  async draw(): Promise<void> {
    const { phones } = this.#layout;
    for (const [phone, { figure }] of this.#placed) {
      if (phones.includes(phone)) continue;
      figure.remove();
      this.#placed.delete(phone);
    }
    const made = await Promise.all(
      phones.filter((phone) => !this.#placed.has(phone)).map((phone) => this.#phone(phone)),
    );
    for (const one of made) this.#placed.set(one.phone, one);
    byId('phones').append(...made.map(({ figure }) => figure));
    this.fit();
  }

  /** As large as the window allows, or as large as a phone is. */
  fit(): void {
    const stand = byId('phones');
    const controls = stand.querySelector<HTMLElement>('.controls');
    const box = stand.getBoundingClientRect();
    const { size, phones } = this.#layout;
    const room = { width: roomFor(stand), height: innerHeight - (box.top + scrollY) - 28 };
    const above = (controls?.offsetHeight ?? 0) + 12;
    const scale = size === 'full' ? 1 : scaleFor(phones.length, room, above);
    stand.style.setProperty('--scale', String(scale));
  }

  setOffset(offset: number): void {
    this.#offset = offset;
    for (const { frame } of this.#placed.values()) void this.#apply(frame, { clockOffset: offset });
  }

  /** The mini program was built again, or could not be: each phone knows what to do. */
  passOn(news: unknown): void {
    for (const { frame } of this.#placed.values())
      frame.contentWindow?.dispatchEvent(new CustomEvent('phone:built', { detail: news }));
  }

  /** Opens a page on the phone that this person holds, as a message does. False when they hold none. */
  async open(openid: string, page: string): Promise<boolean> {
    const held = [...this.#placed.values()].find(({ phone }) => phone.openid === openid);
    const control = held === undefined ? undefined : phoneIn(held.frame);
    if (held === undefined || control === undefined) return false;
    await control.ready;
    await control.open(page);
    held.frame.focus();
    return true;
  }

  async #phone(phone: PhoneLayout): Promise<{ figure: HTMLElement } & Placed> {
    const place = this.#layout.phones.indexOf(phone) + 1;
    const frame = el('iframe', {
      title: this.#titleOf(phone, place),
      allow: 'microphone; camera; clipboard-write',
      src: await this.#address(phone),
    });
    frame.addEventListener('load', () => {
      void this.#apply(frame, {
        clockOffset: this.#offset,
        fontSize: phone.fontSize,
        network: phone.network,
      });
    });
    const figure = el('figure', { class: 'phone', role: 'group', 'aria-label': `第 ${place} 部手机` }, [
      this.#controls(phone, place, frame),
      el('div', { class: 'glass' }, [frame]),
    ]);
    return { phone, frame, figure };
  }

  #controls(phone: PhoneLayout, place: number, frame: HTMLIFrameElement): HTMLElement {
    const change = (next: Partial<PhoneLayout>): void => {
      Object.assign(phone, next);
      this.#keep();
    };
    const restart = async (): Promise<void> => {
      await phoneIn(frame)?.written();
      frame.src = await this.#address(phone);
      say(`第 ${place} 部手机从头打开`);
    };
    const holder = choice(
      '谁拿着',
      this.#holders.map((one) => [one.openid, calledBy(one)] as const),
      phone.openid,
      (openid) => {
        change({ openid });
        frame.title = this.#titleOf(phone, place);
        void restart();
      },
    );
    const size = choice(
      '字号',
      FONT_SIZES.map((px) => [String(px), `字号：${FONT_WORDS[px]}`] as const),
      String(phone.fontSize),
      (chosen) => {
        change({ fontSize: Number(chosen) });
        void this.#apply(frame, { fontSize: phone.fontSize });
      },
    );
    const network = choice(
      '网络',
      NETWORKS.map((kind) => [kind, `网络：${NETWORK_WORDS[kind]}`] as const),
      phone.network,
      (chosen) => {
        change({ network: NETWORKS.find((kind) => kind === chosen) ?? 'wifi' });
        void this.#apply(frame, { network: phone.network });
      },
    );
    const again = button('重开', () => void restart(), {
      title: '从首页重新打开小程序',
      'aria-label': '从首页重新打开',
    });
    return el('figcaption', { class: 'controls' }, [
      el('div', { class: 'held' }, [
        el('span', { class: 'place', 'aria-hidden': 'true' }, [String(place)]),
        holder,
      ]),
      el('div', { class: 'weather' }, [size, network, again]),
    ]);
  }

  #titleOf({ openid }: PhoneLayout, place: number): string {
    const holder = this.#holders.find((one) => one.openid === openid);
    return `第 ${place} 部手机${holder === undefined ? '' : `，${calledBy(holder)}拿着`}`;
  }

  async #address({ openid }: PhoneLayout): Promise<string> {
    const session = await cloud.session(openid);
    const asked = { cloud: location.origin, session, device: openid, zone: 'Asia/Shanghai' };
    return `/phone/?${new URLSearchParams({ ...asked, clockOffset: String(this.#offset) })}`;
  }

  async #apply(
    frame: HTMLIFrameElement,
    change: Parameters<PhoneControl['setConditions']>[0],
  ): Promise<void> {
    const phone = phoneIn(frame);
    if (phone === undefined) return;
    await phone.ready;
    phone.setConditions(change);
  }

  /** What the camera of one phone can be pointed at: codes on the other phones, and posters. */
  stage(posters: readonly Poster[]): Stage {
    return {
      sights: async (asking) => {
        const others = [...this.#placed.values()].filter(({ frame }) => frame.contentWindow !== asking);
        const codes = others.flatMap(({ frame }) => phoneIn(frame)?.visibleCodes() ?? []);
        return [...codes, ...(await Promise.all(posters.map(sightOf)))];
      },
    };
  }
}

/** Where phones may stand: what the panel beside them leaves. */
function roomFor(stand: HTMLElement): number {
  const main = stand.parentElement;
  const panel = main?.querySelector<HTMLElement>('.panel:not([hidden])');
  if (!main) return innerWidth;
  const style = getComputedStyle(main);
  const inside = main.clientWidth - Number.parseFloat(style.paddingLeft) * 2;
  if (!panel || style.flexDirection === 'column') return inside;
  return inside - panel.offsetWidth - Number.parseFloat(style.columnGap);
}

function phoneIn(frame: HTMLIFrameElement): PhoneControl | undefined {
  // Same origin; the phone's runtime puts it there.
  return (frame.contentWindow as (Window & { __phone?: PhoneControl }) | null)?.__phone;
}

async function sightOf({ title, image }: Poster): Promise<Sight> {
  const picture = el('img', { src: image, alt: '' });
  await picture.decode();
  return { title, image: picture, width: picture.naturalWidth, height: picture.naturalHeight };
}
