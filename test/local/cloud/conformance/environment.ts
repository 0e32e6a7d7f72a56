/**
 * Where the suite runs: in a real environment when `TCB_ENV`, `TENCENTCLOUD_SECRETID` and
 * `TENCENTCLOUD_SECRETKEY` are set, otherwise against the stand-in. The tests cannot tell which.
 */
import { fileURLToPath } from 'node:url';
import tcb from '@cloudbase/node-sdk';
import { startCloud } from '../../../../local/cloud/index';
import { atEnd } from '../../../support/at-end';

export type App = ReturnType<typeof tcb.init>;
export type Database = ReturnType<App['database']>;

/** To be deployed by this name before the suite runs against a real environment. */
export const ECHO = 'conformance-echo';
/** To be created in a real environment, with the unique index `code_unique` on `code`. */
export const UNIQUE = 'conformance_unique';

const unique = {
  indexes: [
    {
      IndexName: 'code_unique',
      MgoKeySchema: { MgoIsUnique: true, MgoIndexKeys: [{ Name: 'code', Direction: '1' as const }] },
    },
  ],
};

async function standIn(): Promise<App> {
  process.env.TENCENTCLOUD = 'true';
  const file = fileURLToPath(new URL('./echo/index.cjs', import.meta.url));
  const cloud = await startCloud({
    data: ':memory:',
    scan: 'allow',
    collections: { [UNIQUE]: unique },
    functions: [{ name: ECHO, file, timeoutSeconds: 3, memoryMb: 128, environment: {}, triggers: [] }],
  });
  atEnd(() => cloud.close());
  return tcb.init({ env: cloud.env, secretId: 'any', secretKey: 'any', serviceUrl: cloud.adminUrl });
}

export async function openApp(): Promise<App> {
  const { TCB_ENV, TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY } = process.env;
  if (!TCB_ENV || !TENCENTCLOUD_SECRETID || !TENCENTCLOUD_SECRETKEY) return standIn();
  return tcb.init({ env: TCB_ENV, secretId: TENCENTCLOUD_SECRETID, secretKey: TENCENTCLOUD_SECRETKEY });
}

/** A collection of that name with nothing in it, before and after. */
export async function emptyCollection(database: Database, name: string) {
  await database.createCollection(name).catch((error: { code?: string }) => {
    if (error.code !== 'DATABASE_COLLECTION_ALREADY_EXIST') throw error;
  });
  const collection = database.collection(name);
  const clear = async (): Promise<void> => {
    await collection.where({ _id: database.command.exists(true) }).remove();
  };
  await clear();
  atEnd(clear);
  return collection;
}
