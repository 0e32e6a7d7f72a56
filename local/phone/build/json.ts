import { readFileSync } from 'node:fs';
import { BuildError, positionAt } from './errors';

export type JsonObject = Record<string, unknown>;

/**
 * Reads a configuration file of a mini program, which is strict JSON with an object at its top.
 * Throws a `BuildError` that names the place.
 */
export function readJson(file: string): JsonObject {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BuildError([{ file, ...placeOf(error, text), message: `not JSON: ${messageOf(error)}` }]);
  }
  if (!isObject(value)) throw new BuildError([{ file, line: 1, column: 1, message: 'not a JSON object' }]);
  return value;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The string members of an object; anything else in it is left out. */
export function stringMap(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

export function stringList(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** V8 says `at position N`, or nothing when the text ends too early. */
function placeOf(error: unknown, text: string): { line: number; column: number } {
  const offset = /position (\d+)/.exec(messageOf(error))?.[1];
  return positionAt(text, offset === undefined ? text.length : Number(offset));
}
