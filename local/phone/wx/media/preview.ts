/** wx.previewImage and previewMedia: full screen, swiped or turned with the arrow keys, closed by a tap. */
import type { Host } from '../../runtime/host';
import { type Api, ApiFailure, asyncApis, isRecord } from '../api';
import { element } from '../dom';
import type { Kit } from '../kit';
import { openLayer } from '../layer';
import { addressOf } from '../net/address';
import { flag, number, requiredTexts, text } from '../options';
import { chooseFromSheet } from '../ui/action-sheet';
import { download } from './image';

interface Item {
  url: string;
  video: boolean;
  poster: string;
}

const SWIPE_PX = 40;
const LONG_PRESS_MS = 500;

export function previewApis({ host }: Kit): Api {
  return asyncApis(host, {
    previewImage(options) {
      const urls = requiredTexts(options, 'urls');
      if (urls.length === 0) throw new ApiFailure('parameter error: urls should not be empty');
      const current = text(options, 'current');
      const items = urls.map((url) => ({ url, video: false, poster: '' }));
      preview(host, items, Math.max(0, urls.indexOf(current)), flag(options, 'showmenu', true));
      return undefined;
    },
    previewMedia(options) {
      const { sources } = options;
      if (!Array.isArray(sources) || sources.length === 0) {
        throw new ApiFailure('parameter error: parameter.sources should be Array');
      }
      const items = sources.filter(isRecord).map((source) => ({
        url: text(source, 'url'),
        video: source.type === 'video',
        poster: text(source, 'poster'),
      }));
      preview(host, items, number(options, 'current', 0), flag(options, 'showmenu', true));
      return undefined;
    },
  });
}

function preview(host: Host, items: readonly Item[], start: number, menu: boolean): void {
  let at = Math.min(Math.max(0, start), items.length - 1);
  const layer = openLayer(host, {
    kind: 'screen',
    label: '预览',
    className: 'phone-preview',
    onDismiss: () => layer.close(),
  });
  const stage = element('div', 'phone-preview__stage');
  const count = element('div', 'phone-preview__count', { role: 'status' });
  layer.body.append(stage, count);

  function show(next: number): void {
    at = Math.min(Math.max(0, next), items.length - 1);
    const item = items[at];
    if (!item) return;
    stage.replaceChildren(pictureOf(host, item, `第 ${at + 1} 张，共 ${items.length} 张`));
    count.textContent = items.length > 1 ? `${at + 1}/${items.length}` : '';
  }

  layer.body.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowRight') show(at + 1);
    if (event.key === 'ArrowLeft') show(at - 1);
    if (event.key === 'Enter') layer.close();
  });
  followFinger(stage, {
    swipe: (direction) => show(at + direction),
    tap: (target) => {
      // A video's own controls are for playing.
      if (!(target instanceof HTMLVideoElement)) layer.close();
    },
    hold: () => {
      const item = items[at];
      if (menu && item && !item.video) void offerSaving(host, item);
    },
  });
  show(at);
}

function pictureOf(host: Host, item: Item, label: string): HTMLElement {
  const shown = item.video
    ? element('video', '', { controls: '', 'aria-label': label })
    : element('img', '', { alt: label, draggable: 'false' });
  if (item.poster !== '') shown.setAttribute('poster', host.resolveAsset(item.poster));
  addressOf(host, item.url).then(
    (address) => {
      shown.src = address;
    },
    (error: unknown) => {
      host.report({ kind: 'resource', message: `preview of ${item.url}: ${String(error)}` });
    },
  );
  return shown;
}

interface Finger {
  /** 1 to the next, -1 to the one before. */
  swipe(direction: 1 | -1): void;
  tap(target: EventTarget | null): void;
  hold(): void;
}

function followFinger(stage: HTMLElement, finger: Finger): void {
  let from: { x: number; held: boolean; timer: ReturnType<typeof setTimeout> } | undefined;
  stage.addEventListener('pointerdown', (event) => {
    const timer = setTimeout(() => {
      if (from) from.held = true;
      finger.hold();
    }, LONG_PRESS_MS);
    from = { x: event.clientX, held: false, timer };
  });
  stage.addEventListener('pointerup', (event) => {
    if (!from) return;
    const { x, held, timer } = from;
    clearTimeout(timer);
    from = undefined;
    const moved = event.clientX - x;
    if (Math.abs(moved) > SWIPE_PX) finger.swipe(moved < 0 ? 1 : -1);
    else if (!held) finger.tap(event.target);
  });
  stage.addEventListener('pointercancel', () => {
    clearTimeout(from?.timer);
    from = undefined;
  });
}

async function offerSaving(host: Host, item: Item): Promise<void> {
  if ((await chooseFromSheet(host, { items: ['保存图片'] })) === undefined) return;
  const answer = await fetch(await addressOf(host, item.url));
  download(host, await answer.blob(), item.url);
}
