import { areaList } from '@vant/area-data';
import { type PickerMode, settle } from './picker-columns.js';

interface Place {
  code: string;
  name: string;
}

/** How many wheels a `level` has. */
const LEVELS: Readonly<Record<string, number>> = { province: 1, city: 2, region: 3 };

/**
 * Provinces, cities and districts by their names. `customItem` stands first in every wheel when it is given.
 * Throws for the level `sub-district`, of which there are no data here.
 */
export function regionMode(value: unknown, customItem: string, level: string): PickerMode {
  const wheels = LEVELS[level === '' ? 'region' : level];
  if (wheels === undefined)
    throw new Error(`<picker mode="region" level="${level}"> is not supported by this phone`);
  const leading: Place[] = customItem === '' ? [] : [{ code: '', name: customItem }];
  const listsAt = (at: readonly number[]): Place[][] => {
    const lists: Place[][] = [];
    let parent = '';
    for (let wheel = 0; wheel < wheels; wheel += 1) {
      const list = wheel > 0 && parent === '' ? leading : [...leading, ...placesIn(wheel, parent)];
      lists.push(list);
      parent = list[Math.min(at[wheel] ?? 0, list.length - 1)]?.code ?? '';
    }
    return lists;
  };
  const columns: PickerMode['columns'] = (at) => {
    const lists = listsAt(at);
    return settle(
      lists.map((list) => list.map(({ name }) => name)),
      at,
    );
  };
  return {
    columns,
    restarts: true,
    start() {
      const names = Array.isArray(value) ? value.map(String) : [];
      const at: number[] = [];
      for (let wheel = 0; wheel < wheels; wheel += 1) {
        const list = listsAt(at)[wheel] ?? [];
        at.push(
          Math.max(
            0,
            list.findIndex(({ name }) => name === names[wheel]),
          ),
        );
      }
      return at;
    },
    detail(at) {
      const chosen = listsAt(at).map((list, wheel) => list[Math.min(at[wheel] ?? 0, list.length - 1)]);
      return {
        value: chosen.map((place) => place?.name ?? ''),
        code: chosen.map((place) => place?.code ?? '').filter((code) => code !== ''),
        postcode: '',
      };
    },
  };
}

/** Codes are six digits: two for the province, two for the city, two for the district. */
function placesIn(wheel: number, parent: string): Place[] {
  const tables = [areaList.province_list, areaList.city_list, areaList.county_list];
  const prefix = parent.slice(0, wheel * 2);
  return Object.entries(tables[wheel] ?? {})
    .filter(([code]) => code.startsWith(prefix))
    .map(([code, name]) => ({ code, name }));
}
