import type { TabBar as TabBarJson } from './app-json';
import { division } from './frame';
import type { Chrome } from './host';
import { themed } from './window-config';

/** WeChat's own tab bar: one for all tab pages, it stands in whichever of them is visible. */
export interface TabBar {
  readonly element: HTMLElement;
  readonly control: Chrome['tabBar'];
  select(index: number): void;
  /** The colours of app.json again, after the theme changed. */
  paint(theme: Record<string, unknown>): void;
}

interface Item {
  button: HTMLButtonElement;
  icon: HTMLImageElement;
  label: HTMLElement;
  badge: HTMLElement;
  iconPath: string;
  selectedIconPath: string;
}

export interface TabBarSinks {
  resolveAsset(path: string): string;
  onTap(index: number): void;
  /** Throws WeChat's `not TabBar page` when the page on top is not one. */
  mustBeTabPage(): void;
}

export function createTabBar(json: TabBarJson, theme: Record<string, unknown>, sinks: TabBarSinks): TabBar {
  const element = division('phone-tab-bar');
  element.setAttribute('role', 'tablist');
  const items = json.list.map((entry, index) => createItem(entry, () => sinks.onTap(index)));
  element.append(...items.map((item) => item.button));
  let selected = 0;

  let variables = theme;
  const iconOf = (path: string): string => {
    const found = themed(path, variables);
    return typeof found === 'string' ? found : '';
  };
  const refresh = (): void => {
    items.forEach((item, index) => {
      const on = index === selected;
      item.button.setAttribute('aria-selected', String(on));
      const path = iconOf(on && item.selectedIconPath !== '' ? item.selectedIconPath : item.iconPath);
      item.icon.hidden = path === '';
      if (path !== '') item.icon.src = sinks.resolveAsset(path);
    });
  };
  const item = (index: number): Item => {
    sinks.mustBeTabPage();
    const found = items[index];
    if (!found) throw new Error(`invalid index ${index}`);
    return found;
  };
  const style = (look: Parameters<TabBar['control']['setStyle']>[0]): void => {
    const set = (name: string, value: string | undefined): void => {
      if (value !== undefined) element.style.setProperty(name, value);
    };
    set('--phone-tab-color', look.color);
    set('--phone-tab-selected', look.selectedColor);
    set('--phone-tab-background', look.backgroundColor);
    set(
      '--phone-tab-border',
      look.borderStyle === 'white' ? '#ffffff' : look.borderStyle && 'rgb(0 0 0 / 12%)',
    );
  };
  const paint = (now: Record<string, unknown>): void => {
    variables = now;
    refresh();
    const value = (name: keyof TabBarJson | 'borderStyle', otherwise: string): string => {
      const found = themed(Reflect.get(json, name), now);
      return typeof found === 'string' ? found : otherwise;
    };
    style({
      color: value('color', '#7f8389'),
      selectedColor: value('selectedColor', '#07c160'),
      backgroundColor: value('backgroundColor', '#ffffff'),
      borderStyle: value('borderStyle', 'black'),
    });
  };
  paint(theme);
  return {
    element,
    select(index) {
      selected = index;
      refresh();
    },
    paint,
    control: {
      setBadge(index, text) {
        const { badge } = item(index);
        badge.hidden = text === null;
        badge.className = 'phone-tab-badge';
        // WeChat shows at most four letters, and dots for more.
        badge.textContent = text === null ? '' : text.length > 4 ? '…' : text;
      },
      setDot(index, on) {
        const { badge } = item(index);
        badge.hidden = !on;
        badge.className = 'phone-tab-dot';
        badge.textContent = '';
      },
      setItem(index, change) {
        const found = item(index);
        if (change.text !== undefined) found.label.textContent = change.text;
        if (change.iconPath !== undefined) found.iconPath = change.iconPath;
        if (change.selectedIconPath !== undefined) found.selectedIconPath = change.selectedIconPath;
        refresh();
      },
      setStyle(look) {
        sinks.mustBeTabPage();
        style(look);
      },
      setVisible(visible, animated) {
        sinks.mustBeTabPage();
        element.classList.toggle('phone-tab-bar--animated', animated);
        element.classList.toggle('phone-tab-bar--hidden', !visible);
        element.dispatchEvent(new CustomEvent('phone-tab-bar', { bubbles: true, detail: visible }));
      },
    },
  };
}

function createItem(entry: TabBarJson['list'][number], onTap: () => void): Item {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'phone-tab';
  button.setAttribute('role', 'tab');
  const icon = document.createElement('img');
  icon.className = 'phone-tab-icon';
  icon.alt = '';
  const label = document.createElement('span');
  label.textContent = entry.text;
  const badge = document.createElement('span');
  badge.hidden = true;
  button.append(icon, label, badge);
  button.addEventListener('click', onTap);
  return {
    button,
    icon,
    label,
    badge,
    iconPath: entry.iconPath ?? '',
    selectedIconPath: entry.selectedIconPath ?? '',
  };
}
