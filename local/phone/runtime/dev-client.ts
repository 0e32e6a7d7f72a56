import type { BuildNews } from './build-news';
import type { OpenPage } from './host';
import { saveStack } from './restore';

/**
 * Runs in a phone that a development server serves: reloads it after a rebuild with the same pages open and what
 * was in them, and shows why a rebuild failed.
 */
let cover: HTMLElement | undefined;

/** A stage hears of builds for all of its phones: a browser opens only six connections to one server. */
if (window.parent !== window && '__stage' in window.parent) {
  // What the stage passes on is what the server said.
  window.addEventListener('phone:built', (event) => heard((event as CustomEvent<BuildNews>).detail));
} else {
  new EventSource('__built').addEventListener('built', ({ data }) =>
    heard(JSON.parse(String(data)) as BuildNews),
  );
}

function heard({ changed, failure, styles }: BuildNews): void {
  if (failure !== undefined) {
    show(failure);
    return;
  }
  const failed = cover !== undefined;
  if (!failed && styles !== undefined && window.__phone.restyle(styles)) return;
  const device = new URLSearchParams(location.search).get('device') ?? 'phone';
  saveStack(device, openPages(), changed);
  void window.__phone.written().then(() => location.reload());
}

function show(failure: string): void {
  cover?.remove();
  cover = document.createElement('pre');
  cover.className = 'phone-build-failure';
  cover.setAttribute('role', 'alert');
  cover.textContent = failure;
  document.body.append(cover);
}

/** Empty while the phone has not started. */
function openPages(): readonly OpenPage[] {
  try {
    return window.__phone.host.router.stack();
  } catch {
    return [];
  }
}
