import { CloudError, invalidParam } from '../errors';
import type { FaultyPart } from '../faults';
import type { Plan } from '../store/index';
import type { Parts } from './parts';

/** The parameters of one request to the administration endpoint. */
export type Parameters = Record<string, unknown>;

/** What an action answers beside the request id. */
export interface Answer {
  fields: Record<string, unknown>;
  /** How the query was served, for the header that tests read. */
  plan?: Plan;
}

export interface Action<Needed = Parts> {
  part: FaultyPart;
  run(parameters: Parameters, parts: Needed): Answer | Promise<Answer>;
}

/** @throws CloudError INVALID_PARAM */
export function text(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (typeof value !== 'string' || value === '') throw invalidParam(`${name} must be a string`);
  return value;
}

export function optionalText(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** @throws CloudError INVALID_PARAM */
export function list(parameters: Parameters, name: string, most: number): unknown[] {
  const value = parameters[name];
  if (!Array.isArray(value)) throw invalidParam(`${name} must be an array`);
  if (value.length > most) throw invalidParam(`${name} holds ${value.length}, at most ${most} are allowed`);
  return value;
}

/** An entry of such a list as an object with unknown fields. */
export function record(value: unknown): Parameters {
  if (typeof value !== 'object' || value === null)
    throw new CloudError('INVALID_PARAM', 'an object was expected');
  return { ...value };
}
