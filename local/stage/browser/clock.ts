import { cloud } from './cloud';
import { button, byId, el } from './dom';

const STEPS = [
  ['+10 分', 600_000],
  ['+1 小时', 3_600_000],
  ['+4 小时', 14_400_000],
  ['+1 天', 86_400_000],
] as const;

/** The street's clock: it can be moved forward, and what falls due on the way happens. */
export function drawClock(): (time: { now: number; offset: number }) => void {
  const face = el('output', { class: 'face', 'aria-live': 'off' });
  const busy = el('span', { class: 'busy', role: 'status' });
  const move = async (act: () => Promise<unknown>) => {
    busy.textContent = '在走…';
    try {
      await act();
      busy.textContent = '';
    } catch (error) {
      busy.textContent = `没走成：${String(error)}`;
    }
  };
  byId('clock').replaceChildren(
    face,
    ...STEPS.map(([label, ms]) => button(label, () => void move(() => cloud.advance(ms)))),
    button('回到现在', () => void move(() => cloud.resetClock())),
    busy,
  );
  let offset = 0;
  const tick = () => {
    face.textContent = new Date(Date.now() + offset).toLocaleString('zh-CN', {
      timeZone: 'Asia/Shanghai',
      month: 'numeric',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    face.classList.toggle('moved', offset !== 0);
  };
  setInterval(tick, 1000);
  tick();
  return (time) => {
    offset = time.offset;
    tick();
  };
}
