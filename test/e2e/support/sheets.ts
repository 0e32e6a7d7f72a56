import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import decode from 'jsqr';
import { PNG } from 'pngjs';
import type { PaperKind } from '../../../miniprogram/contract/words';
import { paired } from '../../functions/pairs';
import { wish } from '../../functions/wish';
import { processing } from '../../proof/rows/scenes';
import type { Town } from '../../support/town';
import type { Phone } from './phone';

/** Who prints one sheet, and about what. */
export interface Printing {
  kind: Exclude<PaperKind, 'certificate'>;
  holder: string;
  id: string;
  pages: number;
  /** What its code says. */
  code: RegExp;
}

/** The street on a day on which each of the twelve with a code is printed once; the certificate has none (teams.test.ts). */
export async function printings(t: Town): Promise<Printing[]> {
  const matter = await t.as('elder').call('request.submit', {
    ...wish,
    kind: 'errand',
    text: '替我去社保所问问高龄补贴怎么领，材料我备好了',
  });
  await t.as('dispatcher').call('request.dispatch', {
    id: matter.id,
    title: '问高龄补贴怎么领',
    category: 'errand',
    tier: 'normal',
    helperId: 'sample_grid',
  });
  const grid = t.as('grid');
  await grid.call('request.entrust', { id: matter.id, how: 'paper' });
  await grid.call('request.take_papers', { id: matter.id, papers: ['身份证原件 1 张', '户口本 1 本'] });
  const { card } = await grid.call('household.register', {
    name: '样例老人',
    communityId: 'jianguo',
    phone: '13900001111',
    building: '样例楼 5 栋',
    door: '二单元 501',
  });
  for (const key of ['resident', 'daughter', 'member', 'elder'])
    await t.as(key).call('session.take', { id: 's-table' });
  await t.as('resident').call('session.propose', { id: 's-table', text: '楼道的灯老是坏，能不能一回换好' });
  const visit = await t
    .as('member')
    .call('home_lesson.book', { pairId: await paired(t), at: t.clock.now() + 86_400_000 });
  // A receipt is of what is done.
  const finished = await processing(t);
  await grid.call('request.complete', { id: finished, note: '' });
  const slip = /^packages\/paper\/in\/in\?scene=k=[0-9A-HJKMNP-TV-Z]{10}$/;
  const seat = /^packages\/paper\/in\/in\?scene=s=[0-9A-HJKMNP-TV-Z]{8}$/;
  const venue = /^packages\/school\/check-in\/check-in\?scene=v=[0-9A-HJKMNP-TV-Z]{6}$/;
  const box = /^packages\/paper\/in\/in\?scene=v=[0-9A-HJKMNP-TV-Z]{6}$/;
  const home = /^packages\/grid\/household\/household\?scene=h=[0-9A-HJKMNP-TV-Z]{8}$/;
  const of = (kind: Printing['kind'], holder: string, id: string, code: RegExp, pages = 1): Printing => ({
    kind,
    holder,
    id,
    pages,
    code,
  });
  return [
    of('poster', 'office', 'branch-jianguo', venue),
    of('timetable', 'office', 'branch-jianguo', venue),
    of('wish', 'dispatcher', 'branch-jianguo', box),
    of('complaint', 'dispatcher', 'main', box),
    of('card', 'grid', card.id, home, 2),
    of('door_note', 'grid', matter.id, slip),
    of('consent', 'grid', matter.id, slip),
    of('hand_over', 'grid', matter.id, slip),
    of('receipt', 'dispatcher', finished, slip),
    of('roster', 'host', 's-table', seat),
    of('round_table', 'host', 's-table', seat, 2),
    of('home_lesson', 'member', visit.id, slip),
  ];
}

/** What the page on top shows, exactly as it would be printed, page by page. */
export async function printed(phone: Phone): Promise<Buffer[]> {
  await phone.see({ test: 'print-page' });
  const count = await phone.count('print-page');
  return Promise.all(Array.from({ length: count }, (_, index) => pngOf(phone, index)));
}

async function pngOf(phone: Phone, nth: number): Promise<Buffer> {
  // As text: what runs in the browser knows nothing of this file.
  const script = `(async () => {
    const image = document.querySelectorAll('[data-test="print-page"] img')[${nth}];
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    canvas.getContext('2d').drawImage(image, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  })()`;
  return Buffer.from(String(await phone.glass.evaluate(script)), 'base64');
}

/** What a telephone's camera would read, `null` when there is no code on the page. */
export const codeOn = (png: Buffer): string | null => codeIn(PNG.sync.read(png));

/** What it would read of the page as a copier in black and white makes it: dark is black, the rest is paper. */
export function codeOnCopy(png: Buffer): string | null {
  const page = PNG.sync.read(png);
  const { data } = page;
  for (let at = 0; at < data.length; at += 4) {
    const grey = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
    data.fill(grey < 128 ? 0 : 255, at, at + 3);
  }
  return codeIn(page);
}

/** Codes are printed dark on light: to look for the other kind too would take twice as long. */
const codeIn = ({ data, width, height }: PNG): string | null =>
  decode(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' })?.data ?? null;

/** For who wants to look: `PAPER_OUT=/tmp/paper`. */
export function keep(kind: PaperKind, pages: readonly Buffer[]): void {
  const folder = process.env['PAPER_OUT'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  pages.forEach((png, index) => {
    writeFileSync(path.join(folder, `${kind}-${index + 1}.png`), png);
  });
}
