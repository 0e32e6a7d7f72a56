import type { Stage } from '../../phone/runtime/host';
import type { StageConfig } from '../config';
import { drawClock } from './clock';
import { cloud, listen } from './cloud';
import { button, byId } from './dom';
import { keepLayout, readLayout } from './layout';
import { Panel } from './panel';
import { Phones } from './phones';

const reply = await fetch('/stage.json');
// `openStage` serves its own configuration.
const config = (await reply.json()) as StageConfig;
byId('title').textContent = config.title;

const layout = readLayout(config.opening);
const keep = () => keepLayout(layout);
const phones = new Phones(config.holders, layout, keep);
const panel = new Panel(config.posters, config.holders, layout.tab, (tab) => {
  layout.tab = tab;
  keep();
});
const showTime = drawClock();
const shared: Window & { __stage?: Stage } = window;
shared.__stage = phones.stage(config.posters);

function drawCount(): void {
  byId('count').replaceChildren(
    ...[1, 2, 3].map((count) =>
      button(`${count} 部手机`, () => void setCount(count), {
        'aria-pressed': String(layout.phones.length === count),
      }),
    ),
  );
}

async function setCount(count: number): Promise<void> {
  while (layout.phones.length > count) layout.phones.pop();
  while (layout.phones.length < count) {
    const free = config.holders.find(({ openid }) => !layout.phones.some((phone) => phone.openid === openid));
    layout.phones.push({ openid: free?.openid ?? '', fontSize: 16, network: 'wifi' });
  }
  keep();
  drawCount();
  await phones.draw();
}

const { offset, messages, now } = await cloud.state();
for (const message of messages) panel.add(message);
for (const entry of await cloud.logs()) panel.note(entry);
showTime({ now, offset });
drawCount();
panel.draw();
phones.setOffset(offset);
await phones.draw();
listen({
  clock(time) {
    showTime(time);
    phones.setOffset(time.offset);
  },
  message: (message) => panel.add(message),
  log: (entry) => panel.note(entry),
});
