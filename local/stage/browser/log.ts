import type { LogLine } from './cloud';
import { choice, el } from './dom';
import { clockTime, empty } from './lines';

const MOST_LINES = 200;
const CAUSES: Record<string, string> = {
  client: '手机叫的',
  function: '别的函数叫的',
  timer: '到点自己跑的',
  message: '微信叫的',
};

/** What functions did, the newest first. */
export class Log {
  readonly #list = el('div', { role: 'log', 'aria-label': '函数日志', 'aria-live': 'off' });
  #only: 'all' | 'people' | 'bad' = 'all';

  draw(): Node[] {
    if (this.#list.childElementCount === 0) return [empty('还没有调用', '在手机上点点看')];
    const filter = choice(
      '看哪些',
      [
        ['all', '看：全部'],
        ['people', '看：有人叫的'],
        ['bad', '看：出错的'],
      ],
      this.#only,
      (only) => {
        this.#only = only === 'people' || only === 'bad' ? only : 'all';
        this.#list.dataset['only'] = this.#only;
      },
    );
    this.#list.dataset['only'] = this.#only;
    return [
      el('p', { class: 'hint' }, [
        '手机每办一件事，云上的程序就跑一次。这里记办的哪一件、多久、成没成；不记是谁、说了什么。',
      ]),
      filter,
      this.#list,
    ];
  }

  add(entry: LogLine): void {
    this.#list.prepend(line(entry));
    while (this.#list.childElementCount > MOST_LINES) this.#list.lastElementChild?.remove();
  }
}

function line(entry: LogLine): HTMLElement {
  const well = entry.status === 'OK';
  const cause = CAUSES[entry.cause] ?? entry.cause;
  return el('article', { class: well ? 'line' : 'line bad', 'data-cause': entry.cause }, [
    el('p', { class: 'line-head' }, [
      el('strong', {}, [entry.asked || entry.functionName]),
      el('small', {}, [clockTime(entry.startedAt)]),
    ]),
    el('p', { class: 'facts' }, [
      `${entry.functionName}，${cause}，${entry.durationMs} 毫秒，${well ? '跑完了' : `出错了：${entry.status}`}`,
    ]),
    ...(entry.message === '' ? [] : [el('code', {}, [entry.message])]),
    ...written(entry.lines),
  ]);
}

function written(lines: LogLine['lines']): Node[] {
  if (lines.length === 0) return [];
  return [
    el('details', {}, [
      el('summary', {}, [`它写下了 ${lines.length} 行`]),
      ...lines.map(({ text }) => el('code', {}, [text])),
    ]),
  ];
}
