/** Reading of the options object, with WeChat's sentences for what is missing or of the wrong type. */
import { ApiFailure, type Options } from './api';

function typeName(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}

function refuse(name: string, wanted: string, value: unknown): never {
  throw new ApiFailure(
    `parameter error: parameter.${name} should be ${wanted} instead of ${typeName(value)};`,
    { errno: 1001 },
  );
}

export function requiredText(options: Options, name: string): string {
  const value = options[name];
  return typeof value === 'string' ? value : refuse(name, 'String', value);
}

export function requiredNumber(options: Options, name: string): number {
  const value = options[name];
  return typeof value === 'number' ? value : refuse(name, 'Number', value);
}

export function requiredTexts(options: Options, name: string): string[] {
  const value = options[name];
  if (!Array.isArray(value)) return refuse(name, 'Array', value);
  return value.map((item, index) =>
    typeof item === 'string' ? item : refuse(`${name}[${index}]`, 'String', item),
  );
}

export function text(options: Options, name: string, fallback = ''): string {
  const value = options[name];
  if (value === undefined || value === null) return fallback;
  return typeof value === 'string' ? value : refuse(name, 'String', value);
}

/** Text of an option that WeChat shows whatever its type is, as it does for a toast's title. */
export function shownText(options: Options, name: string, fallback = ''): string {
  const value = options[name];
  return value === undefined || value === null ? fallback : String(value);
}

export function number(options: Options, name: string, fallback: number): number {
  const value = options[name];
  if (value === undefined || value === null) return fallback;
  return typeof value === 'number' ? value : refuse(name, 'Number', value);
}

export function flag(options: Options, name: string, fallback = false): boolean {
  const value = options[name];
  return value === undefined || value === null ? fallback : Boolean(value);
}

/** The values of `known` that an option names; all of them when the option is absent. */
export function choices<T extends string>(options: Options, name: string, known: readonly T[]): T[] {
  const value = options[name];
  if (value === undefined || value === null) return [...known];
  const given = Array.isArray(value) ? value : [value];
  return known.filter((item) => given.includes(item));
}
