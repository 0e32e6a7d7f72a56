/**
 * Communities are divided into grids; the seed does not name any. These are samples until the
 * operator configures the street's own.
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

export function gridName(id: string): string {
  return GRIDS.find((grid) => grid.id === id)?.name ?? '';
}
