import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CloudError } from './errors';
import type { Declarations } from './store/index';
import type { FunctionDeclaration } from './types';

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readObject(file: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CloudError(
      'INVALID_PARAM',
      `${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (!isObject(value)) throw new CloudError('INVALID_PARAM', `${file} is not a JSON object`);
  return value;
}

/**
 * Collections and their indexes, in CloudBase's own form.
 * @throws CloudError INVALID_PARAM when the file is missing or has another form.
 */
export function readDeclarations(file: string): Declarations {
  const declared = readObject(file);
  for (const [collection, value] of Object.entries(declared)) {
    if (!isObject(value) || !Array.isArray(value.indexes)) {
      throw new CloudError('INVALID_PARAM', `${file}: ${collection} needs {"indexes": [...]}`);
    }
  }
  // The store checks each index when it opens, and names the one that is wrong.
  return declared as Declarations;
}

/**
 * The functions of a `cloudbaserc.json`: `functionRoot`, and for each its name, handler, timeout,
 * memorySize, envVariables and timer triggers.
 * @throws CloudError INVALID_PARAM when the file is missing or has another form.
 */
export function readFunctions(file: string): FunctionDeclaration[] {
  const { functionRoot = 'functions', functions } = readObject(file);
  if (!Array.isArray(functions)) throw new CloudError('INVALID_PARAM', `${file} has no "functions"`);
  const root = resolve(dirname(file), String(functionRoot));
  return functions.filter(isObject).map((declared) => asDeclaration(root, declared));
}

function asDeclaration(root: string, declared: Json): FunctionDeclaration {
  const { name, handler = 'index.main', timeout = 3, memorySize = 256, envVariables, triggers } = declared;
  const [script = 'index', method] = String(handler).split('.');
  if (method !== 'main') {
    throw new CloudError(
      'INVALID_PARAM',
      `${String(name)}: the handler must be a file's "main", not ${String(handler)}`,
    );
  }
  const timers = Array.isArray(triggers) ? triggers.filter(isObject) : [];
  const environment = isObject(envVariables) ? envVariables : {};
  return {
    name: String(name),
    file: join(root, String(name), `${script}.js`),
    timeoutSeconds: Number(timeout),
    memoryMb: Number(memorySize),
    environment: Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, String(value)])),
    triggers: timers
      .filter(({ type }) => type === 'timer')
      .map((trigger) => ({ name: String(trigger.name), cron: String(trigger.config) })),
  };
}
