import { type ArmedFault, type CloudState, cloud } from './cloud';
import { button, el, say } from './dom';

/** Each fault is one thing that production shows once a year; the next call meets it. */
interface Arrangement {
  label: string;
  /** What ought to be seen on the phone. */
  expect: string;
  arrange(): Promise<unknown>;
}

const write = (effect: object) => () =>
  cloud.addFault({ on: 'database', action: 'database.modifyDocument', effect });

const GROUPS: readonly (readonly [title: string, arrangements: readonly Arrangement[]])[] = [
  [
    '下一次往数据库里写',
    [
      {
        label: '写成了，可回话丢了',
        expect: '手机会再问一遍，不会办成两回',
        arrange: write({ type: 'timeout-after' }),
      },
      { label: '等不到回话，没写成', expect: '重来一遍就成', arrange: write({ type: 'timeout-before' }) },
      {
        label: '数据库说不行，没写成',
        expect: '说清楚没办成，填的还在',
        arrange: write({ type: 'fail', code: 'DATABASE_REQUEST_FAILED' }),
      },
      { label: '跟别人同时写，撞上了', expect: '自己让一让，再写一遍', arrange: write({ type: 'conflict' }) },
      { label: '同一件事送到两遍', expect: '只算一遍', arrange: write({ type: 'duplicate' }) },
      { label: '写到一半线断了', expect: '查一查再说办没办成', arrange: write({ type: 'cut' }) },
    ],
  ],
  [
    '接下来办事的时候',
    [
      {
        label: '云函数半路断了',
        expect: '没做完的，过一会儿有人接着做完',
        arrange: () => cloud.addFault({ on: 'database', effect: { type: 'kill-worker' } }),
      },
      {
        label: '十次都慢两秒',
        expect: '手机上说“在办”，不会按出两回',
        arrange: () => cloud.addFault({ on: 'function', times: 10, effect: { type: 'delay', ms: 2000 } }),
      },
    ],
  ],
  [
    '微信那边',
    [
      {
        label: '下一条提醒发不出去（次数用完）',
        expect: '消息还在“我的”里；老人改打电话',
        arrange: () =>
          cloud.addFault({
            on: 'open-api',
            action: 'subscribeMessage.send',
            effect: { type: 'fail', code: '43101' },
          }),
      },
      {
        label: '审核文字的连不上',
        expect: '求助照收，先不公开',
        arrange: () => cloud.openApi({ checkTexts: 'down' }),
      },
      {
        label: '审核文字的说不行',
        expect: '请他换个说法',
        arrange: () => cloud.openApi({ checkTexts: 'risky' }),
      },
    ],
  ],
];

/** The side of the panel where things go wrong on request. */
export class Faults {
  readonly #armed = el('p', { class: 'armed' });
  readonly #said = el('p', { class: 'note' });
  readonly #restore = button('都好了', () => void this.#run('都好了，一切照常', () => restore()), {
    class: 'wide good',
  });

  draw(): Node[] {
    void this.refresh();
    return [
      el('div', { class: 'sticky' }, [this.#armed, this.#restore, this.#said]),
      ...GROUPS.map(([title, arrangements]) =>
        el('section', { 'aria-label': title }, [
          el('h3', {}, [title]),
          ...arrangements.map((one) => this.#choice(one)),
        ]),
      ),
    ];
  }

  /** What is still to come may have struck since. */
  async refresh(): Promise<void> {
    const waiting = describe(await cloud.state());
    this.#armed.textContent = waiting === '' ? '现在一切照常。' : `还等着出的毛病：${waiting}`;
    this.#armed.classList.toggle('is-armed', waiting !== '');
    this.#restore.disabled = waiting === '';
  }

  #choice({ label, expect, arrange }: Arrangement): HTMLElement {
    const one = el('button', { type: 'button', class: 'wide' }, [
      el('span', {}, [label]),
      el('small', {}, [`该看到：${expect}`]),
    ]);
    one.addEventListener('click', () => void this.#run(`安排好了：${label}`, arrange));
    return one;
  }

  async #run(done: string, arrange: () => Promise<unknown>): Promise<void> {
    try {
      await arrange();
      this.#said.textContent = done;
    } catch (error) {
      this.#said.textContent = `没安排成：${String(error)}`;
    }
    say(this.#said.textContent);
    await this.refresh();
  }
}

async function restore(): Promise<void> {
  await cloud.clearFaults();
  await cloud.openApi({ checkTexts: 'pass' });
}

const PLACES: Record<string, string> = { database: '数据库', function: '云函数', 'open-api': '微信' };

/** `数据库 1 次，审核文字` or ''. */
function describe({ faults, checkTexts }: CloudState): string {
  const counts = new Map<string, number>();
  for (const { on, times } of faults satisfies ArmedFault[]) {
    const place = PLACES[on] ?? on;
    counts.set(place, (counts.get(place) ?? 0) + times);
  }
  const words = [...counts].map(([place, times]) => `${place} ${times} 次`);
  if (checkTexts !== 'pass') words.push('审核文字');
  return words.join('，');
}
