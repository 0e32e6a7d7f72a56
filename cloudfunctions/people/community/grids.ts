/**
 * Communities are divided into grids; the seed does not name any. What each is called is data (`grid.describe`, the
 * page 网格): these names stand until the street has given its own.
 */
export interface Grid {
  id: string;
  communityId: string;
  name: string;
}

export const GRIDS: readonly Grid[] = [
  { id: 'jianguo-north', communityId: 'jianguo', name: '建国社区北片（样例）' },
  { id: 'jianguo-south', communityId: 'jianguo', name: '建国社区南片（样例）' },
  { id: 'second-1', communityId: 'second', name: '第二社区一片（样例）' },
  { id: 'third-1', communityId: 'third', name: '第三社区一片（样例）' },
];

export function gridsOf(communityId: string): Grid[] {
  return GRIDS.filter((grid) => grid.communityId === communityId);
}

/** What the street calls its grids, by id; one that it has not named is missing. */
export type GridNames = ReadonlyMap<string, string>;

export function gridName(id: string, names: GridNames): string {
  return names.get(id) ?? GRIDS.find((grid) => grid.id === id)?.name ?? '';
}
