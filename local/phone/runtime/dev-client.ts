import { RESTORE_KEY } from './restore';
import { pageUrl } from './url';

/**
 * Runs in a phone that a development server serves: reloads it after a rebuild with the same pages open, and
 * shows why a rebuild failed.
 */
const messages = new EventSource('__rebuilt');
let cover: HTMLElement | undefined;

messages.addEventListener('rebuilt', () => {
  const device = new URLSearchParams(location.search).get('device') ?? 'phone';
  const urls = openUrls();
  if (urls.length > 0) sessionStorage.setItem(RESTORE_KEY + device, JSON.stringify(urls));
  location.reload();
});

messages.addEventListener('failed', (event) => {
  cover?.remove();
  cover = document.createElement('pre');
  cover.className = 'phone-build-failure';
  cover.setAttribute('role', 'alert');
  cover.textContent = JSON.parse(event.data);
  document.body.append(cover);
});

/** Empty while the phone has not started. */
function openUrls(): string[] {
  try {
    return window.__phone.host.router.stack().map(pageUrl);
  } catch {
    return [];
  }
}
