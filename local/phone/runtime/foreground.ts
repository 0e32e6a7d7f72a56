import type { MiniApp } from './app';
import type { Frame } from './frame';
import type { LaunchOptions } from './host';
import type { PhoneRouter } from './router';

export interface Foreground {
  set(on: boolean): void;
}

/** The person leaves the mini program for the home screen and comes back; pages stay as they are. */
export function createForeground(
  app: MiniApp,
  router: PhoneRouter,
  frame: Frame,
  entered: () => LaunchOptions,
): Foreground {
  let here = true;
  const cover = buttonOf('phone-home-screen', '回到小程序', () => set(true));
  cover.textContent = '回到小程序';
  const set = (on: boolean): void => {
    if (on === here) return;
    here = on;
    const page = router.current();
    if (on) {
      cover.remove();
      app.show(entered());
      page?.lifetime('show');
      page?.call('onShow');
      return;
    }
    page?.lifetime('hide');
    page?.call('onHide');
    app.hide();
    frame.overlay.append(cover);
  };
  return { set };
}

/** The capsule at the upper right: the menu, and the way out. */
export function fillCapsule(frame: Frame, onMenu: () => void, onClose: () => void): void {
  frame.capsule.append(
    buttonOf('phone-capsule-menu', '更多', onMenu),
    buttonOf('phone-capsule-close', '关闭', onClose),
  );
}

function buttonOf(className: string, label: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.setAttribute('aria-label', label);
  button.addEventListener('click', act);
  return button;
}
