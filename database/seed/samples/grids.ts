import { GRIDS } from '../../../cloudfunctions/people/community/grids';
import { newPlan } from '../../../cloudfunctions/service/grid/decide';
import type { GridPlan } from '../../../cloudfunctions/service/grid/model';

/** Buildings of two sample grids, so that choosing and routing can be seen; the seed names none. */
const QUARTERS: Readonly<Record<string, GridPlan['quarters']>> = {
  'jianguo-north': [{ name: '样例小区', buildings: ['样例楼 1 栋', '样例楼 2 栋'] }],
  'jianguo-south': [{ name: '样例南小区', buildings: ['样例楼 3 栋', '样例楼 4 栋'] }],
};

export function sampleGrids(now: number): GridPlan[] {
  return GRIDS.flatMap((grid) => {
    const quarters = QUARTERS[grid.id];
    return quarters === undefined ? [] : [{ ...newPlan(grid, now), quarters, sample: true }];
  });
}
