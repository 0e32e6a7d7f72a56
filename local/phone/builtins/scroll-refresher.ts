import type { Host } from '../runtime/host.js';
import { clamp, make } from './shared/dom.js';
import { onDrag } from './shared/drag.js';

export const refresherProperties = {
  refresherEnabled: false,
  refresherThreshold: 45,
  refresherDefaultStyle: 'black',
  refresherBackground: '#fff',
  refresherTriggered: false,
  refresherTwoLevelEnabled: false,
  refresherBallisticRefreshEnabled: false,
};

interface Refreshed {
  readonly host: Host;
  readonly data: {
    readonly scrollY: boolean;
    readonly refresherEnabled: boolean;
    readonly refresherThreshold: number;
    readonly refresherDefaultStyle: string;
    readonly refresherBackground: string;
    readonly refresherTriggered: boolean;
  };
  readonly set: (values: { refresherTriggered: boolean }) => void;
  readonly fire: (name: string, detail: unknown) => void;
  readonly onDetach: (release: () => void) => void;
}

interface Places {
  scroller: HTMLElement;
  /** Above the content; as high as it is pulled open. */
  room: HTMLElement;
  content: HTMLElement;
}

export interface Refresher {
  update(): void;
  /** `refresher-triggered` changed: opens or closes as if a person had pulled. */
  trigger(): void;
}

/** The finger moves this much further than the content. */
const RESISTANCE = 2;
const CLOSE_MS = 250;

/** Pull-down refresh of a `<scroll-view>`: the dots, or what has `slot="refresher"`, above the content. */
export function createRefresher(view: Refreshed, { scroller, room, content }: Places): Refresher {
  const { data, host, fire } = view;
  const dots = make('div', 'phone-refresher-dots', {}, [make('i', ''), make('i', ''), make('i', '')]);
  room.setAttribute('aria-hidden', 'true');
  room.append(dots);
  let height = 0;
  let pulling = false;
  let refreshing = false;

  const open = (to: number, animated: boolean): void => {
    height = to;
    const transition = animated && !host.boot.automated ? `${CLOSE_MS}ms` : '0s';
    Object.assign(room.style, { transition, height: `${to}px` });
    Object.assign(content.style, { transition, marginTop: to === 0 ? '' : `${to}px` });
  };
  const detail = () => ({ deltaY: height, dy: height });
  const refresh = (): void => {
    refreshing = true;
    room.classList.add('phone-refresher-busy');
    open(data.refresherThreshold, true);
    fire('refresherrefresh', detail());
  };
  const close = (): void => {
    refreshing = false;
    room.classList.remove('phone-refresher-busy');
    open(0, true);
    setTimeout(() => fire('refresherrestore', { deltaY: 0, dy: 0 }), host.boot.automated ? 0 : CLOSE_MS);
  };

  view.onDetach(
    onDrag(scroller, {
      axis: () => (data.refresherEnabled && data.scrollY && !refreshing ? 'y' : 'none'),
      accept: ({ dy }) => dy > 0 && scroller.scrollTop <= 0,
      start: () => {
        pulling = true;
      },
      move: ({ dy }) => {
        open(clamp(dy / RESISTANCE, 0, data.refresherThreshold * 2), false);
        fire('refresherpulling', detail());
        room.classList.toggle('phone-refresher-ready', height >= data.refresherThreshold);
      },
      end: ({ cancelled }) => {
        pulling = false;
        if (!cancelled && height >= data.refresherThreshold) {
          view.set({ refresherTriggered: true });
          if (!refreshing) refresh();
          return;
        }
        open(0, true);
        fire('refresherabort', detail());
      },
    }),
  );
  return {
    update() {
      room.hidden = !data.refresherEnabled || !data.scrollY;
      dots.hidden = data.refresherDefaultStyle === 'none';
      room.style.background = data.refresherBackground;
      room.dataset.look = data.refresherDefaultStyle;
    },
    trigger() {
      if (!data.refresherEnabled || pulling) return;
      if (data.refresherTriggered && !refreshing) refresh();
      else if (!data.refresherTriggered && refreshing) close();
    },
  };
}
