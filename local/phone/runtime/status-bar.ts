import { division, type Frame } from './frame';
import type { Conditions } from './host';

/** The clock of the phone (shifted like its `Date`), signal and battery. Returns what repaints it. */
export function createStatusBar(frame: Frame): (now: Conditions) => void {
  const time = division('phone-time');
  const signs = division('phone-signs');
  const network = division('phone-network');
  signs.append(division('phone-signal'), network, division('phone-battery'));
  frame.statusBar.append(time, signs);
  const showTime = (): void => {
    const now = new Date();
    time.textContent = `${now.getHours()}:${String(now.getMinutes()).padStart(2, '0')}`;
  };
  setInterval(showTime, 5_000);
  return (now) => {
    network.textContent = { wifi: 'Wi-Fi', slow: '2G', none: '无服务' }[now.network];
    frame.statusBar.dataset.network = now.network;
    showTime();
  };
}
