import type { GridsView, Quarter } from '../../../contract/grid';
import { day } from '../../../lib/time';

export interface GridCard {
  id: string;
  name: string;
  /** 样例网格员管 · 还没有网格员 */
  who: string;
  workers: { id: string; word: string }[];
  covers: { key: string; text: string; now: boolean }[];
  /** 样例小区：1 栋、2 栋, one line each. */
  quarters: string[];
}

export function gridCards({ grids }: GridsView, now: number): GridCard[] {
  return grids.map(({ id, name, workers, covers, quarters }) => ({
    id,
    name,
    who:
      workers.length === 0
        ? '还没有网格员。去“岗位”，给一位'
        : `${workers.map((one) => one.name).join('、')}管`,
    workers: workers.map((one) => ({ id: one.id, word: one.name })),
    covers: covers.map((cover) => ({
      key: cover.key,
      text: `${day(cover.from, now)}到${day(cover.to, now)}，${cover.by}替${cover.away}`,
      now: cover.now,
    })),
    quarters: quarters.map((one) => lineOf(one).replace(/ /g, '\u00a0')),
  }));
}

/** Everybody who may stand in: the workers of all grids shown, whoever is away left out. */
export function standIns({ grids }: GridsView, awayId: string): { id: string; word: string }[] {
  const all = grids.flatMap(({ workers, name }) =>
    workers.map((one) => ({ id: one.id, word: `${one.name}　${name}` })),
  );
  return all.filter((one, place) => one.id !== awayId && all.findIndex(({ id }) => id === one.id) === place);
}

export const lineOf = ({ name, buildings }: Quarter): string =>
  buildings.length === 0 ? name : `${name}：${buildings.join('、')}`;

/** What somebody wrote: one quarter a line, its buildings after a colon. Empty lines say nothing. */
export function quartersFrom(text: string): Quarter[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...rest] = line.split(/[：:]/);
      const buildings = rest
        .join('')
        .split(/[、，,；;]/)
        .map((one) => one.trim())
        .filter((one) => one !== '');
      return { name: name.trim(), buildings: [...new Set(buildings)] };
    });
}
