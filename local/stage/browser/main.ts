import type { Stage } from '../../phone/runtime/host';
import type { StageConfig } from '../config';
import { drawClock } from './clock';
import { cloud, listen } from './cloud';
import { button, byId, say, segments } from './dom';
import { keepLayout, newPhone, readLayout } from './layout';
import { Panel } from './panel';
import { Phones } from './phones';
import { watchStreet } from './street';

const reply = await fetch('/stage.json');
// `openStage` serves its own configuration.
const config = (await reply.json()) as StageConfig;
document.title = `${config.title} · ${config.subtitle}`;
byId('title').textContent = config.title;
byId('subtitle').textContent = config.subtitle;

const layout = readLayout(
  config.holders.map(({ openid }) => openid),
  config.opening,
);
const keep = () => keepLayout(layout);
const phones = new Phones(config.holders, layout, keep);
const panel = new Panel({
  stories: config.stories,
  hold: (holders) => void hold(holders),
  posters: config.posters,
  holders: config.holders,
  open: layout.tab,
  keep(tab) {
    layout.tab = tab;
    keep();
  },
  openOn: (openid, page) => phones.open(openid, page),
});
const showTime = drawClock();
const shared: Window & { __stage?: Stage } = window;
shared.__stage = phones.stage(config.posters);

function drawView(): void {
  const count = segments(
    '几部手机',
    [1, 2, 3].map((number) => [String(number), `${number} 部`, `${number} 部手机`] as const),
    String(layout.phones.length),
    (chosen) => void setCount(Number(chosen)),
  );
  const size = segments(
    '手机多大',
    [
      ['fit', '合窗口', '手机和窗口一样高'],
      ['full', '原大', '手机和真的一样大'],
    ],
    layout.size,
    (chosen) => {
      layout.size = chosen === 'full' ? 'full' : 'fit';
      keep();
      phones.fit();
    },
  );
  byId('view').replaceChildren(count, size, panelSwitch());
}

/** Shows the panel or puts it away; phones take its room. */
function panelSwitch(): HTMLButtonElement {
  const toggle = button('旁边的板', () => show(!layout.panel), { 'aria-controls': 'panel' });
  const show = (on: boolean): void => {
    layout.panel = on;
    keep();
    byId('panel').hidden = !on;
    toggle.setAttribute('aria-expanded', String(on));
    phones.fit();
  };
  show(layout.panel);
  return toggle;
}

async function setCount(count: number): Promise<void> {
  while (layout.phones.length > count) layout.phones.pop();
  while (layout.phones.length < count) {
    const free = config.holders.find(({ openid }) => !layout.phones.some((phone) => phone.openid === openid));
    layout.phones.push(newPhone(free?.openid ?? config.holders[0]?.openid ?? ''));
  }
  keep();
  await phones.draw();
}

/** The first phones that are in the right hands already stay, with what is on their glass; a frame that moves begins anew. */
async function hold(holders: readonly string[]): Promise<void> {
  const others = holders.findIndex((openid, place) => layout.phones[place]?.openid !== openid);
  const kept = layout.phones.slice(0, others < 0 ? holders.length : others);
  layout.phones = [...kept, ...holders.slice(kept.length).map(newPhone)];
  keep();
  drawView();
  await phones.draw();
  say('手机摆好了');
}

const { offset, messages, now } = await cloud.state();
for (const message of messages) panel.add(message, false);
for (const entry of await cloud.logs()) panel.note(entry);
showTime({ now, offset });
drawView();
panel.draw();
phones.setOffset(offset);
await phones.draw();
// Nothing is served there unless the mini program is kept built.
if (config.keptBuilt)
  new EventSource('/phone/__built').addEventListener('built', ({ data }) =>
    phones.passOn(JSON.parse(String(data))),
  );
listen(
  {
    clock(time) {
      showTime(time);
      phones.setOffset(time.offset);
    },
    message: (message) => panel.add(message),
    log: (entry) => panel.note(entry),
  },
  watchStreet(),
);
