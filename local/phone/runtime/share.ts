import { division } from './frame';
import type { Emitter, SharedMessage } from './host';
import type { Page } from './page';
import { pageUrl } from './url';

export interface Sharing {
  share(from: 'menu' | 'button', target?: unknown): Promise<SharedMessage | undefined>;
  openMenu(): void;
  setMenu(shown: string[]): void;
}

export interface SharingSinks {
  overlay: HTMLElement;
  current(): Page | undefined;
  events: Emitter;
  resolveAsset(source: string, from?: string): string;
  /** The name of the mini program, which is the title when the page gives none. */
  name: string;
  restart(): void;
  thrown(error: unknown, where: string): void;
}

/** How long WeChat waits for a page's `promise` before it shares what it has. */
const PROMISE_MS = 3000;

/** The capsule's menu and the sheet that sends a page to a friend. */
export function createSharing(sinks: SharingSinks): Sharing {
  const hidden = new WeakMap<Page, string[]>();
  const canShare = (page: Page, kind: string): boolean => {
    const shown = hidden.get(page);
    const method = kind === 'shareAppMessage' ? 'onShareAppMessage' : 'onShareTimeline';
    return page.has(method) && (shown === undefined || shown.includes(kind));
  };
  const share = async (from: 'menu' | 'button', target?: unknown): Promise<SharedMessage | undefined> => {
    const page = sinks.current();
    if (!page) return undefined;
    const message = await messageOf(page, from, target, sinks);
    const sent = await askToSend(sinks, page, message);
    if (!sent) return undefined;
    sinks.events.emit('shared', message);
    return message;
  };
  return {
    share,
    setMenu(shown) {
      const page = sinks.current();
      if (page) hidden.set(page, shown);
    },
    openMenu() {
      const page = sinks.current();
      if (!page) return;
      const close = openSheet(sinks.overlay, '菜单', (sheet) => {
        const add = (label: string, enabled: boolean, act?: () => void): void => {
          sheet.append(
            button('phone-menu-item', label, enabled, () => {
              close();
              act?.();
            }),
          );
        };
        add('转发给朋友', canShare(page, 'shareAppMessage'), () => void share('menu'));
        add('分享到朋友圈', canShare(page, 'shareTimeline'), () => {
          const given = page.call('onShareTimeline');
          sinks.events.emit('sharedTimeline', given);
        });
        add('重新进入小程序', true, sinks.restart);
        add('取消', true);
      });
    },
  };
}

async function messageOf(
  page: Page,
  from: 'menu' | 'button',
  target: unknown,
  sinks: SharingSinks,
): Promise<SharedMessage> {
  const given = page.call('onShareAppMessage', { from, target, webViewUrl: undefined });
  const fields = await settled(given, sinks);
  const text = (name: string): string => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    title: text('title') || sinks.name,
    path: (text('path') || pageUrl(page)).replace(/^\//, ''),
    imageUrl: text('imageUrl'),
    from,
  };
}

/** `promise` in the answer replaces it, when it resolves in time. */
async function settled(given: unknown, sinks: SharingSinks): Promise<Record<string, unknown>> {
  if (!isRecord(given)) return {};
  if (!(given.promise instanceof Promise)) return given;
  const late = new Promise<unknown>((resolve) => setTimeout(() => resolve(given), PROMISE_MS));
  const answer = await Promise.race([given.promise, late]).catch((error: unknown) => {
    sinks.thrown(error, 'onShareAppMessage promise');
    return given;
  });
  return isRecord(answer) ? answer : given;
}

function askToSend(sinks: SharingSinks, page: Page, message: SharedMessage): Promise<boolean> {
  return new Promise((resolve) => {
    const close = openSheet(
      sinks.overlay,
      '发送给朋友',
      (sheet) => {
        const card = division('phone-share-card');
        const title = division('phone-share-title');
        title.textContent = message.title;
        const name = division('phone-share-name');
        name.textContent = sinks.name;
        card.append(name, title);
        if (message.imageUrl !== '') {
          const picture = document.createElement('img');
          picture.alt = '';
          picture.src = sinks.resolveAsset(message.imageUrl, page.path);
          card.append(picture);
        }
        const path = division('phone-share-path');
        path.textContent = message.path;
        const answer = (sent: boolean) => () => {
          close();
          resolve(sent);
        };
        sheet.append(
          card,
          path,
          button('phone-menu-item', '发送', true, answer(true)),
          button('phone-menu-item', '取消', true, answer(false)),
        );
      },
      () => resolve(false),
    );
  });
}

/** A sheet from below. Escape and a tap beside it close it. Returns what closes it. */
function openSheet(
  overlay: HTMLElement,
  label: string,
  fill: (sheet: HTMLElement) => void,
  onDismiss?: () => void,
): () => void {
  const before = document.activeElement;
  const layer = division('phone-sheet-layer');
  const sheet = division('phone-menu');
  sheet.setAttribute('role', 'dialog');
  sheet.setAttribute('aria-modal', 'true');
  sheet.setAttribute('aria-label', label);
  layer.append(sheet);
  const close = (): void => {
    layer.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };
  const dismiss = (): void => {
    close();
    onDismiss?.();
  };
  layer.addEventListener('click', (event) => {
    if (event.target === layer) dismiss();
  });
  layer.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') dismiss();
  });
  fill(sheet);
  overlay.append(layer);
  sheet.querySelector<HTMLElement>('button:not([disabled])')?.focus({ preventScroll: true });
  return close;
}

function button(className: string, label: string, enabled: boolean, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = label;
  made.disabled = !enabled;
  made.addEventListener('click', act);
  return made;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
