import { calledBy, type Holder } from '../config';
import type { SentMessage } from './cloud';
import { button, el, say } from './dom';
import { clockTime, empty } from './lines';

/** What WeChat delivered, the newest first. A message opens its page on the phone of whoever got it. */
export class Messages {
  readonly #list = el('div', { role: 'log', 'aria-label': '微信送到的消息', 'aria-live': 'off' });
  readonly #holders: readonly Holder[];
  readonly #openOn: (openid: string, page: string) => Promise<boolean>;
  #count = 0;

  /** @param openOn opens a page on that person's phone; false when nobody on the stage holds one for them. */
  constructor(holders: readonly Holder[], openOn: (openid: string, page: string) => Promise<boolean>) {
    this.#holders = holders;
    this.#openOn = openOn;
  }

  get count(): number {
    return this.#count;
  }

  draw(): Node[] {
    if (this.#count === 0) return [empty('还没有消息', '在手机上点“提醒我”，同意以后，办到下一步就会收到')];
    return [el('p', { class: 'hint' }, ['微信送到各人手机上的提醒，新的在上面。']), this.#list];
  }

  /** Those that came while the stage was closed are not announced. */
  add(message: SentMessage, announce: boolean): void {
    this.#count += 1;
    const holder = this.#holders.find(({ openid }) => openid === message.openid);
    const to = holder === undefined ? '一位不在台上的人' : calledBy(holder);
    const text = Object.values(message.data)
      .map((value) => (typeof value === 'string' ? value : value.value))
      .join('，');
    this.#list.prepend(
      el('article', { class: 'line', 'aria-label': `给${to}的消息` }, [
        el('p', { class: 'line-head' }, [el('strong', {}, [to]), el('small', {}, [clockTime(message.at)])]),
        el('p', {}, [text]),
        ...(message.page === undefined ? [] : [this.#open(message.openid, message.page, to)]),
      ]),
    );
    if (announce) say(`${to}收到一条消息：${text}`);
  }

  #open(openid: string, page: string, to: string): HTMLElement {
    const act = async (): Promise<void> => {
      if (!(await this.#openOn(openid, page))) said.textContent = `先让${to}拿一部手机，再点开`;
    };
    const said = el('small', { role: 'status' });
    return el('p', { class: 'line-head' }, [
      button('在手机上点开', () => void act(), { 'aria-label': `在${to}的手机上点开`, class: 'small' }),
      said,
    ]);
  }
}
