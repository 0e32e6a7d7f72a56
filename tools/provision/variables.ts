import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readEnvironment } from '../../cloudfunctions/core/environment';
import { replaceFile } from '../lib/files';
import { Problem } from '../lib/problem';

/**
 * The variables of a deployment. The operator writes them into `.env`; the CloudBase command line puts them into
 * `cloudbaserc.json` as they stand there, between two quotes, so that JSON would break the file, and whatever reads as
 * an object becomes one. What is JSON goes over in base64, in the `.env.local` that the command line reads after `.env`;
 * `core/environment.ts` reads both.
 */
export type Variables = Readonly<Record<string, string>>;

const JSON_ONES = ['RS_TEMPLATES', 'RS_SETTINGS', 'RS_SPEECH', 'RS_VOICE'];
const NEEDED = ['ENV_ID', 'RS_KEYS', 'RS_PEPPER', 'RS_CANARY'];
const TITLE = '# Made by npm run build out of .env: change that one.';

/** Lines `NAME=value`, the value in quotes or not; what the command line's own reader makes of them, without escapes. */
export function variablesIn(text: string): Variables {
  const lines = text.split(/\r?\n/).map((line) => /^\s*(?:export\s+)?(\w+)\s*=\s*(.*?)\s*$/.exec(line));
  return Object.fromEntries(
    lines.flatMap((found) => (found?.[1] === undefined ? [] : [[found[1], unquoted(found[2] ?? '')]])),
  );
}

const unquoted = (value: string): string => /^(['"])(.*)\1$/.exec(value)?.[2] ?? value;

/** The operator's `.env`, or nothing where there is none. */
export function variablesOf(root: string): Variables | null {
  const file = path.join(root, '.env');
  return existsSync(file) ? variablesIn(readFileSync(file, 'utf8')) : null;
}

/** What `.env.local` holds for the command line. @throws Problem for what functions could not start with */
export function carried(variables: Variables): string {
  const missing = NEEDED.filter((name) => !variables[name]);
  if (missing.length > 0) throw new Problem(`.env has no ${missing.join(', ')} (docs/deployment.md).`);
  try {
    readEnvironment(variables);
  } catch (error) {
    throw new Problem(`.env: ${error instanceof Error ? error.message : String(error)}`);
  }
  const lines = JSON_ONES.flatMap((name) => {
    const value = variables[name];
    return value ? [`${name}=${Buffer.from(value).toString('base64')}`] : [];
  });
  return `${[TITLE, ...lines].join('\n')}\n`;
}

/** Writes `.env.local` and tells what is set. Nothing without `.env`. @throws Problem */
export function carryVariables(root: string): string {
  const variables = variablesOf(root);
  if (variables === null) return 'variables: no .env here, so none for a deployment (docs/deployment.md)';
  const file = path.join(root, '.env.local');
  if (existsSync(file) && !readFileSync(file, 'utf8').startsWith(TITLE))
    throw new Problem('.env.local is somebody’s own: move what it holds into .env, and remove it.');
  replaceFile(file, carried(variables));
  const off = [...JSON_ONES, 'RS_FIRST_ADMIN'].filter((name) => !variables[name]);
  const rest = off.length > 0 ? `; not set: ${off.join(', ')}` : '';
  return `variables: .env is what functions can start with${rest}`;
}
