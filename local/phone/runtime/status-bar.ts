import { division, type Frame } from './frame';
import type { Conditions } from './host';

/** The clock of the phone (shifted like its `Date`), signal and battery. Returns what repaints it. */
export function createStatusBar(frame: Frame, zone: string): (now: Conditions) => void {
  const time = division('phone-time');
  const signs = division('phone-signs');
  const network = division('phone-network');
  signs.append(division('phone-signal'), network, division('phone-battery'));
  frame.statusBar.append(time, signs);
  const shown = new Intl.DateTimeFormat('zh-CN', {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(zone === '' ? {} : { timeZone: zone }),
  });
  const showTime = (): void => {
    time.textContent = shown.format(Date.now());
  };
  setInterval(showTime, 5_000);
  return (now) => {
    network.textContent = { wifi: 'Wi-Fi', slow: '2G', none: '无服务' }[now.network];
    frame.statusBar.dataset.network = now.network;
    showTime();
  };
}
