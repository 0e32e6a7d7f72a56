import { WxError } from './reply';

/** Most characters of each kind of template field, by the letters before its number. */
const LONGEST: Record<string, number> = {
  thing: 20,
  number: 32,
  letter: 32,
  symbol: 5,
  character_string: 32,
  phone_number: 17,
  car_number: 8,
  name: 20,
  phrase: 5,
};

/**
 * Refuses what WeChat's template check refuses most often: a field without a text, or one too long.
 * @throws WxError 47003
 */
export function checkTemplateFields(data: unknown): Record<string, unknown> {
  if (typeof data !== 'object' || data === null)
    throw new WxError(47003, 'argument invalid! data is not an object');
  for (const [name, field] of Object.entries(data)) {
    const value: unknown =
      typeof field === 'object' && field !== null && 'value' in field ? field.value : undefined;
    const text = typeof value === 'number' ? String(value) : value;
    const longest = LONGEST[name.replace(/\d+$/, '')] ?? Number.POSITIVE_INFINITY;
    if (typeof text !== 'string' || text.trim() === '' || [...text].length > longest) {
      throw new WxError(47003, `argument invalid! data.${name}.value invalid`);
    }
  }
  return { ...data };
}
