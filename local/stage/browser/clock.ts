import { cloud } from './cloud';
import { button, byId, el, say } from './dom';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS = [
  ['+10 分', 10 * MINUTE],
  ['+1 小时', HOUR],
  ['+4 小时', 4 * HOUR],
  ['+1 天', DAY],
] as const;

/** The street's clock: it can be moved forward, and what falls due on the way happens. */
export function drawClock(): (time: { now: number; offset: number }) => void {
  const face = el('output', { class: 'face', 'aria-live': 'off' });
  const moved = el('span', { class: 'moved' });
  const move = async (act: () => Promise<{ offset: number }>) => {
    moved.textContent = '在走…';
    try {
      const { offset } = await act();
      show(offset);
      say(`街上的时间是${face.value}，${moved.textContent}`);
    } catch (error) {
      moved.textContent = `没走成：${String(error)}`;
      say(moved.textContent);
    }
  };
  const back = button('回到现在', () => void move(() => cloud.resetClock()), {
    title: '时间回到这台机器的现在；已经发生的事不会撤回',
  });
  byId('clock').replaceChildren(
    el('div', { class: 'time' }, [face, moved]),
    ...STEPS.map(([label, ms]) =>
      button(label, () => void move(() => cloud.advance(ms)), { title: '时间往前走，路上到点的事都会发生' }),
    ),
    back,
  );
  let ahead = 0;
  const tick = () => {
    face.value = new Date(Date.now() + ahead).toLocaleString('zh-CN', {
      timeZone: 'Asia/Shanghai',
      month: 'long',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
  };
  const show = (offset: number) => {
    ahead = offset;
    moved.textContent = wordsFor(offset);
    back.disabled = offset === 0;
    byId('clock').classList.toggle('is-moved', offset !== 0);
    tick();
  };
  setInterval(tick, 1000);
  return ({ offset }) => show(offset);
}

/** `比现在晚 1 天 4 小时`. */
function wordsFor(offset: number): string {
  if (offset === 0) return '就是现在';
  const size = Math.abs(offset);
  const parts = [
    [Math.floor(size / DAY), '天'],
    [Math.floor((size % DAY) / HOUR), '小时'],
    [Math.round((size % HOUR) / MINUTE), '分'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return `比现在${offset > 0 ? '晚' : '早'} ${words.join(' ') || '一点'}`;
}
