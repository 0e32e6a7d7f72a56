import type { Quarter } from '../../contract/grid';

export interface PickChips {
  quarters: { name: string; on: boolean }[];
  /** Of the chosen quarter. `value` is what goes into the field. */
  buildings: { word: string; value: string; on: boolean }[];
}

/** @param quarter chosen with a tap, '' while only what is written says it */
export function chipsOf(quarters: readonly Quarter[], quarter: string, written: string): PickChips {
  const inField = quarters.find(({ name, buildings }) =>
    buildings.some((one) => fullName(name, one) === written),
  );
  const chosen = quarters.find(({ name }) => name === quarter) ?? inField;
  return {
    quarters: quarters.map(({ name }) => ({ name, on: name === chosen?.name })),
    buildings: (chosen?.buildings ?? []).map((word) => {
      const value = fullName(chosen?.name ?? '', word);
      return { word, value, on: value === written };
    }),
  };
}

export const fullName = (quarter: string, building: string): string => `${quarter} ${building}`;
