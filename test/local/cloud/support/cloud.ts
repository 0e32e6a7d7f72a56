import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import tcb from '@cloudbase/node-sdk';
import {
  type Caller,
  type Cloud,
  type CloudOptions,
  type FunctionDeclaration,
  startCloud,
} from '../../../../local/cloud/index';

/** Without it the SDK would look for a metadata host before each of its first calls. */
process.env.TENCENTCLOUD = 'true';
/** Its warning of a slow query would outlive the tests that make one slow on purpose. */
process.env.SILENCE = 'true';

export function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/${name}.cjs`, import.meta.url));
}

export function declare(name: string, more: Partial<FunctionDeclaration> = {}): FunctionDeclaration {
  return {
    name,
    file: fixture(name),
    timeoutSeconds: 3,
    memoryMb: 128,
    environment: {},
    triggers: [],
    ...more,
  };
}

/** A cloud in memory that is closed when the test file is done. */
export async function cloudForTests(options: Partial<CloudOptions> = {}): Promise<Cloud> {
  const cloud = await startCloud({ data: ':memory:', scan: 'allow', onWarn: () => undefined, ...options });
  after(() => cloud.close());
  return cloud;
}

/** The unmodified SDK, pointed at this cloud. */
export function sdk(cloud: Cloud, timeout = 5_000): ReturnType<typeof tcb.init> {
  return tcb.init({ env: cloud.env, secretId: 'any', secretKey: 'any', serviceUrl: cloud.adminUrl, timeout });
}

/** A reply whose shape the test states, and then asserts what it needs of it. */
export async function shaped<T>(response: Response): Promise<T> {
  return (await response.json()) as T; // JSON has no type of its own.
}

export async function get<T>(url: string): Promise<T> {
  return shaped(await fetch(url));
}

export async function post<T>(url: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  return shaped(await fetch(url, { ...init, body: JSON.stringify(body) }));
}

/** `cloud.invoke` with the shape that the fixture's reply has. */
export async function invoke<T>(cloud: Cloud, name: string, data: unknown, caller: Caller = {}): Promise<T> {
  return (await cloud.invoke(name, data, caller)) as T; // The fixture beside the test says so.
}
