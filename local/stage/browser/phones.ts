import type { PhoneControl, Sight, Stage } from '../../phone/runtime/host';
import type { Holder, Poster } from '../config';
import { cloud } from './cloud';
import { byId, choice, el } from './dom';
import type { Layout, PhoneLayout } from './layout';

/** One to three phones side by side, each in a document of its own. */

const FONT_SIZES = [
  ['16', '标准'],
  ['20', '偏大'],
  ['23', '很大'],
] as const;
const NETWORKS = [
  ['wifi', '有网'],
  ['slow', '网慢'],
  ['none', '没网'],
] as const;

export class Phones {
  readonly #frames: HTMLIFrameElement[] = [];
  readonly #holders: readonly Holder[];
  readonly #layout: Layout;
  readonly #keep: () => void;
  #offset = 0;

  constructor(holders: readonly Holder[], layout: Layout, keep: () => void) {
    this.#holders = holders;
    this.#layout = layout;
    this.#keep = keep;
  }

  async draw(): Promise<void> {
    this.#frames.length = 0;
    const figures = await Promise.all(this.#layout.phones.map((phone, place) => this.#phone(phone, place)));
    byId('phones').replaceChildren(...figures);
  }

  setOffset(offset: number): void {
    this.#offset = offset;
    for (const frame of this.#frames) void this.#apply(frame, { clockOffset: offset });
  }

  async #phone(phone: PhoneLayout, place: number): Promise<HTMLElement> {
    const frame = el('iframe', {
      title: `第 ${place + 1} 部手机`,
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
    this.#frames.push(frame);
    const change = (next: Partial<PhoneLayout>) => {
      Object.assign(phone, next);
      this.#keep();
    };
    const holders = this.#holders.map(({ openid, label }) => [openid, label] as const);
    const controls = el('div', { class: 'controls' }, [
      choice('谁拿着', holders, phone.openid, (openid) => {
        change({ openid });
        void this.#address(phone).then((address) => {
          frame.src = address;
        });
      }),
      choice('字号', FONT_SIZES, String(phone.fontSize), (size) => {
        change({ fontSize: Number(size) });
        void this.#apply(frame, { fontSize: phone.fontSize });
      }),
      choice('网络', NETWORKS, phone.network, (network) => {
        change({ network: network === 'none' || network === 'slow' ? network : 'wifi' });
        void this.#apply(frame, { network: phone.network });
      }),
    ]);
    return el('figure', { class: 'phone' }, [el('figcaption', {}, [controls]), frame]);
  }

  async #address({ openid }: PhoneLayout): Promise<string> {
    const session = await cloud.session(openid);
    return `/phone/?${new URLSearchParams({ cloud: location.origin, session, device: openid })}`;
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
        const others = this.#frames.filter((frame) => frame.contentWindow !== asking);
        const codes = others.flatMap((frame) => phoneIn(frame)?.visibleCodes() ?? []);
        return [...codes, ...(await Promise.all(posters.map(sightOf)))];
      },
    };
  }
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
