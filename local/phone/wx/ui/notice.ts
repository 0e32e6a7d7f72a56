import type { Host } from '../../runtime/host';
import { element } from '../dom';

/** A banner of the phone itself: what it does in place of something it does not have. Answers how to take it away. */
export function showNotice(host: Host, sentence: string, duration?: number): () => void {
  const banner = element('div', 'phone-notice', { role: 'status' }, [sentence]);
  host.overlay.append(banner);
  if (duration !== undefined) setTimeout(() => banner.remove(), duration);
  return () => banner.remove();
}
