import type { Read, Write } from './kinds';

/** 网格: communities → quarters → buildings, who covers which, and who covers for whom meanwhile. */

/** 小区 with its buildings, as they are called there. */
export interface Quarter {
  name: string;
  buildings: string[];
}

export interface CoverView {
  key: string;
  /** Who is away, and who comes instead: 样例网格员 */
  away: string;
  by: string;
  /** First and last day, epoch ms. */
  from: number;
  to: number;
  /** Today is one of them. */
  now: boolean;
}

export interface GridView {
  id: string;
  name: string;
  workers: { id: string; name: string; sample: boolean }[];
  covers: CoverView[];
  quarters: Quarter[];
}

export interface GridsView {
  communityId: string;
  communityName: string;
  /** Those of the street whose grids this reader may look after. */
  communities: { id: string; name: string }[];
  grids: GridView[];
}

export type GridActions = {
  'grid.list': Read<{ communityId: string | null }, GridsView>;
  /** What it is called and which buildings lie in it; without a name it keeps the one it has. */
  'grid.describe': Write<{ id: string; name?: string; quarters: Quarter[] }, GridsView>;
  /** 代班: from the first to the last day what would go to who is away goes to who covers. */
  'grid.cover': Write<{ id: string; awayId: string; coverId: string; from: number; to: number }, GridsView>;
  'grid.uncover': Write<{ id: string; key: string }, GridsView>;
  /** For choosing by hand where one lives; never by location. */
  'grid.quarters': Read<{ communityId: string }, { quarters: Quarter[] }>;
};
