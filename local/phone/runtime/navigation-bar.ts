import { division } from './frame';
import type { WindowConfig } from './window-config';

/** The bar above a page, or nothing visible of it when the page draws its own. */
export interface NavigationBar {
  readonly element: HTMLElement;
  setTitle(title: string): void;
  setColor(front: string, background: string, duration?: number): void;
  setLoading(on: boolean): void;
  /** The arrow back, the home button, or neither. */
  setLeft(kind: 'back' | 'home' | 'none'): void;
  readonly front: 'black' | 'white';
}

export function createNavigationBar(
  config: WindowConfig,
  onLeft: (kind: 'back' | 'home') => void,
): NavigationBar {
  const element = division('phone-nav');
  const left = document.createElement('button');
  left.className = 'phone-nav-left';
  left.type = 'button';
  const title = division('phone-nav-title');
  title.setAttribute('role', 'heading');
  title.setAttribute('aria-level', '1');
  const spinner = division('phone-nav-loading');
  spinner.setAttribute('role', 'status');
  spinner.setAttribute('aria-label', '加载中');
  spinner.hidden = true;
  const middle = division('phone-nav-middle');
  middle.append(spinner, title);
  element.append(left, middle);
  element.hidden = config.custom;
  let kind: 'back' | 'home' | 'none' = 'none';
  left.addEventListener('click', () => {
    if (kind !== 'none') onLeft(kind);
  });
  const bar = {
    element,
    front: config.navigationText,
    setTitle(text: string): void {
      title.textContent = text;
    },
    setColor(front: string, background: string, duration = 0): void {
      bar.front = front.toLowerCase() === '#ffffff' ? 'white' : 'black';
      element.style.transition = duration > 0 ? `background-color ${duration}ms, color ${duration}ms` : '';
      element.style.backgroundColor = background;
      element.style.color = front;
    },
    setLoading(on: boolean): void {
      spinner.hidden = !on;
    },
    setLeft(next: 'back' | 'home' | 'none'): void {
      kind = next;
      left.hidden = next === 'none';
      left.dataset.kind = next;
      left.setAttribute('aria-label', next === 'home' ? '返回首页' : '返回');
    },
  };
  bar.setTitle(config.title);
  bar.setColor(config.navigationText === 'white' ? '#ffffff' : '#000000', config.navigationBackground);
  bar.setLeft('none');
  return bar;
}
