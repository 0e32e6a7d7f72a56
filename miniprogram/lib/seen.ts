import { dayTime } from './time';

/**
 * The bar over a last copy: 现在没网。上回看到的，今天 09:12 的样子. '' for what is fresh.
 * @param seenAt from `load`: when the copy was true, `null` when fresh · @param online `wasOnline()`
 */
export function seenText(seenAt: number | null, online: boolean, now: number): string {
  if (seenAt === null) return '';
  const why = online ? '这会儿连不上，是我们这边的毛病' : '现在没网';
  return `${why}。这是${dayTime(seenAt, now)} 的样子`;
}
