import type { Holder, Poster } from '../config';
import type { LogLine, SentMessage } from './cloud';
import { button, byId, el } from './dom';
import { drawFaults } from './faults';

/** Beside the phones: posters on the wall, messages that WeChat delivered, what functions did, faults. */

interface Tab {
  name: string;
  label: string;
  draw(): Node[];
}

const MOST_LINES = 200;

export class Panel {
  readonly #tabs: readonly Tab[];
  readonly #messages: SentMessage[] = [];
  readonly #log: LogLine[] = [];
  readonly #holders: readonly Holder[];
  readonly #keep: (tab: string) => void;
  #open: string;

  constructor(
    posters: readonly Poster[],
    holders: readonly Holder[],
    open: string,
    keep: (tab: string) => void,
  ) {
    this.#holders = holders;
    this.#open = open;
    this.#keep = keep;
    this.#tabs = [
      { name: 'posters', label: '墙上的码', draw: () => posters.map(poster) },
      { name: 'messages', label: '收到的消息', draw: () => this.#drawMessages() },
      { name: 'log', label: '云函数', draw: () => this.#drawLog() },
      { name: 'faults', label: '出点毛病', draw: () => drawFaults() },
    ];
  }

  draw(): void {
    const list = byId('tabs');
    list.replaceChildren(
      ...this.#tabs.map(({ name, label }) =>
        button(label, () => this.#show(name), {
          role: 'tab',
          'aria-selected': String(name === this.#open),
          'aria-controls': 'body',
          tabindex: name === this.#open ? '0' : '-1',
        }),
      ),
    );
    list.onkeydown = (event) => this.#step(event);
    const tab = this.#tabs.find(({ name }) => name === this.#open) ?? this.#tabs[0];
    byId('body').replaceChildren(...(tab?.draw() ?? []));
  }

  add(message: SentMessage): void {
    this.#messages.unshift(message);
    if (this.#open === 'messages') this.draw();
  }

  note(entry: LogLine): void {
    this.#log.unshift(entry);
    this.#log.length = Math.min(this.#log.length, MOST_LINES);
    if (this.#open === 'log') this.draw();
  }

  #show(name: string): void {
    this.#open = name;
    this.#keep(name);
    this.draw();
  }

  /** Left and right arrows move between tabs, as in every tab list. */
  #step(event: KeyboardEvent): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const place = this.#tabs.findIndex(({ name }) => name === this.#open);
    const next = this.#tabs[(place + by + this.#tabs.length) % this.#tabs.length];
    if (next === undefined) return;
    this.#show(next.name);
    byId('tabs').querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }

  #drawMessages(): Node[] {
    if (this.#messages.length === 0)
      return [empty('还没有消息', '在手机上点“提醒我”，同意以后，办到下一步就会收到')];
    return this.#messages.map((message) => {
      const holder = this.#holders.find(({ openid }) => openid === message.openid)?.label ?? '';
      const text = Object.values(message.data)
        .map((value) => (typeof value === 'string' ? value : value.value))
        .join('，');
      return el('article', { class: 'line' }, [
        el('strong', {}, [holder]),
        el('p', {}, [text]),
        el('small', {}, [time(message.at)]),
      ]);
    });
  }

  #drawLog(): Node[] {
    if (this.#log.length === 0) return [empty('还没有调用', '在手机上点点看')];
    return this.#log.map((entry) => {
      const lines = entry.lines.map((line) => el('code', {}, [line.text]));
      const head = `${entry.functionName} · ${entry.cause} · ${entry.status} · ${entry.durationMs} ms`;
      return el('article', { class: entry.status === 'OK' ? 'line' : 'line bad' }, [
        el('strong', {}, [head]),
        ...lines,
        el('small', {}, [time(entry.startedAt)]),
      ]);
    });
  }
}

function poster({ title, note, image }: Poster): Node {
  return el('figure', { class: 'poster' }, [
    el('img', { src: image, alt: `${title}的码` }),
    el('figcaption', {}, [el('strong', {}, [title]), el('span', {}, [note])]),
  ]);
}

function empty(title: string, hint: string): Node {
  return el('div', { class: 'empty' }, [el('strong', {}, [title]), el('p', {}, [hint])]);
}

function time(at: number): string {
  return new Date(at).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai' });
}
