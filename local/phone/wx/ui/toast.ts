/**
 * wx.showToast, hideToast, showLoading, hideLoading. WeChat has one place for all four: whatever comes later
 * replaces what is there, and `noConflict` keeps a hide from taking away the other kind.
 */
import type { Host } from '../../runtime/host';
import { type Api, asyncApis, type Options } from '../api';
import { element, icon } from '../dom';
import type { Kit } from '../kit';
import { flag, number, shownText, text } from '../options';

type Kind = 'toast' | 'loading';

const TICK = 'M5 12.6 9.8 17.4 19 7.4';
const BANG = 'M12 5.5v8.2 M12 17.9v.6';

/** The one place. */
export class Toast {
  private readonly host: Host;
  private shown:
    | { kind: Kind; root: HTMLElement; timer: ReturnType<typeof setTimeout> | undefined }
    | undefined;

  constructor(host: Host) {
    this.host = host;
  }

  /** `duration` in ms; undefined stays until it is hidden. */
  show(kind: Kind, options: Options, duration: number | undefined): void {
    this.hide();
    const root = draw(this.host, kind, options);
    this.host.overlay.append(root);
    const timer = duration === undefined ? undefined : setTimeout(() => this.hide(), duration);
    this.shown = { kind, root, timer };
  }

  /** `only`: leaves the other kind where it is. */
  hide(only?: Kind): void {
    if (only !== undefined && this.shown?.kind !== only) return;
    clearTimeout(this.shown?.timer);
    this.shown?.root.remove();
    this.shown = undefined;
  }
}

export function toastApis({ host, toast }: Kit): Api {
  const hide = (kind: Kind, options: Options): undefined => {
    toast.hide(flag(options, 'noConflict') ? kind : undefined);
    return undefined;
  };
  return asyncApis(host, {
    showToast(options) {
      toast.show('toast', options, number(options, 'duration', 1500));
      return undefined;
    },
    showLoading(options) {
      toast.show('loading', options, undefined);
      return undefined;
    },
    hideToast: (options) => hide('toast', options),
    hideLoading: (options) => hide('loading', options),
  });
}

function draw(host: Host, kind: Kind, options: Options): HTMLElement {
  const title = shownText(options, 'title');
  const picture = drawPicture(host, kind, options);
  const box = element('div', `phone-toast__box phone-toast__box--${picture ? 'icon' : 'text'}`, {}, [
    picture,
    element('div', 'phone-toast__title', {}, [title]),
  ]);
  const root = element('div', 'phone-toast', { role: 'status', 'aria-live': 'polite' }, [box]);
  root.classList.toggle('phone-toast--mask', flag(options, 'mask'));
  return root;
}

function drawPicture(host: Host, kind: Kind, options: Options): Element | undefined {
  const image = text(options, 'image');
  if (image !== '') {
    return element('img', 'phone-toast__image', { src: host.resolveAsset(image), alt: '' });
  }
  const name = kind === 'loading' ? 'loading' : text(options, 'icon', 'success');
  switch (name) {
    case 'loading':
      return element('div', 'phone-spinner');
    case 'error':
      return icon('phone-toast__icon', BANG);
    case 'none':
      return undefined;
    default:
      return icon('phone-toast__icon', TICK);
  }
}
