import type { Holder, Poster, Story } from '../config';
import type { LogLine, SentMessage } from './cloud';
import { byId, el, placeAfter } from './dom';
import { Faults } from './faults';
import { empty } from './lines';
import { Log } from './log';
import { Messages } from './messages';
import { drawStories } from './stories';

/** Beside the phones: what to try first, posters on the wall, messages that WeChat delivered, what functions did, faults. */

const TABS = [
  ['stories', '先试试'],
  ['posters', '墙上的码'],
  ['messages', '消息'],
  ['log', '函数日志'],
  ['faults', '出点毛病'],
] as const;

type TabName = (typeof TABS)[number][0];

export interface PanelOptions {
  /** Without any there is no such side. */
  stories: readonly Story[];
  /** Gives the phones to these, by place. */
  hold(holders: readonly string[]): void;
  posters: readonly Poster[];
  holders: readonly Holder[];
  /** The side that is up; anything else is the first. */
  open: string;
  keep(tab: string): void;
  /** Opens a page on somebody's phone; false when nobody holds one for them. */
  openOn(openid: string, page: string): Promise<boolean>;
}

export class Panel {
  readonly #options: PanelOptions;
  readonly #messages: Messages;
  readonly #log = new Log();
  readonly #faults = new Faults();
  readonly #buttons: ReadonlyMap<TabName, HTMLButtonElement>;
  readonly #tabs: readonly (readonly [name: TabName, label: string])[];
  #open: TabName;
  #unread = 0;

  constructor(options: PanelOptions) {
    this.#options = options;
    this.#messages = new Messages(options.holders, options.openOn);
    this.#tabs = TABS.filter(([name]) => name !== 'stories' || options.stories.length > 0);
    this.#open = (this.#tabs.find(([name]) => name === options.open) ?? this.#tabs[0])?.[0] ?? 'posters';
    this.#buttons = new Map(this.#tabs.map(([name, label]) => [name, this.#button(name, label)]));
    byId('tabs').append(...this.#buttons.values());
    byId('tabs').addEventListener('keydown', (event) => this.#step(event));
  }

  draw(): void {
    for (const [name, one] of this.#buttons) {
      const on = name === this.#open;
      one.setAttribute('aria-selected', String(on));
      one.tabIndex = on ? 0 : -1;
    }
    if (this.#open === 'messages') this.#unread = 0;
    this.#badge();
    byId('body').setAttribute('aria-labelledby', `tab-${this.#open}`);
    byId('body').replaceChildren(...this.#side());
    byId('body').scrollTop = 0;
  }

  add(message: SentMessage, announce = true): void {
    this.#messages.add(message, announce);
    if (this.#open !== 'messages' && announce) this.#unread += 1;
    this.#badge();
    if (this.#open === 'messages' && this.#messages.count === 1) this.draw();
  }

  note(entry: LogLine): void {
    this.#log.add(entry);
    if (this.#open === 'log' && byId('body').querySelector('.empty') !== null) this.draw();
    if (this.#open === 'faults') void this.#faults.refresh();
  }

  #side(): Node[] {
    if (this.#open === 'messages') return this.#messages.draw();
    if (this.#open === 'log') return this.#log.draw();
    if (this.#open === 'faults') return this.#faults.draw();
    if (this.#open === 'stories') return drawStories(this.#options.stories, this.#options.hold);
    const { posters } = this.#options;
    if (posters.length === 0) return [empty('墙上还没有码', '教学点有了码，就挂在这里')];
    return [
      el('p', { class: 'hint' }, [
        '贴在各处门口的码。手机上点“扫一扫”，就能对准这里的一张，或者另一部手机上的码。',
      ]),
      ...posters.map(poster),
    ];
  }

  #button(name: TabName, label: string): HTMLButtonElement {
    return el(
      'button',
      { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': 'body' },
      [label],
      { click: () => this.#show(name) },
    );
  }

  #badge(): void {
    const tab = this.#buttons.get('messages');
    tab?.querySelector('.badge')?.remove();
    if (this.#unread > 0)
      tab?.append(
        el('span', { class: 'badge', 'aria-label': `${this.#unread} 条没看` }, [String(this.#unread)]),
      );
  }

  #show(name: TabName): void {
    this.#open = name;
    this.#options.keep(name);
    this.draw();
  }

  /** Arrows, Home and End move between tabs, as in every tab list. */
  #step(event: KeyboardEvent): void {
    const place = this.#tabs.findIndex(([name]) => name === this.#open);
    const next = this.#tabs[placeAfter(event.key, place, this.#tabs.length)]?.[0];
    if (next === undefined) return;
    event.preventDefault();
    this.#show(next);
    this.#buttons.get(next)?.focus();
  }
}

function poster({ title, note, image }: Poster): Node {
  return el('figure', { class: 'poster' }, [
    el('img', { src: image, alt: `${title}的码` }),
    el('figcaption', {}, [el('strong', {}, [title]), el('span', {}, [note])]),
  ]);
}
