import type { Host } from '../../runtime/host';
import { type Bytes, missing } from './store';

/**
 * A file of the package, at once: `readFileSync` may name one. A request that does not return before it is
 * answered is the only way to that in a browser; it is local and small.
 */
export function readPackageFile(host: Host, path: string): Bytes {
  const request = new XMLHttpRequest();
  request.open('GET', host.resolveAsset(path), false);
  // Without this the browser would decode the bytes as text.
  request.overrideMimeType('text/plain; charset=x-user-defined');
  try {
    request.send();
  } catch {
    // The browser throws for whatever it cannot load; for the mini program there is no such file.
    throw missing(path);
  }
  if (request.status !== 200) throw missing(path);
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 0xff);
}
