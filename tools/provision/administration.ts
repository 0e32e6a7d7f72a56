import { createRequire } from 'node:module';
import path from 'node:path';
import type { Collection, Index } from '../../database/declaration';
import { installAside } from '../lib/install-aside';

/** What is asked of an environment beside reading and writing documents. */
export interface Administration {
  collections(): Promise<readonly string[]>;
  /** Names of a collection's indexes. */
  indexesOf(collection: string): Promise<readonly string[]>;
  createCollection(collection: string): Promise<void>;
  createIndexes(collection: string, indexes: readonly Index[]): Promise<void>;
  /** Basic permission of the collection. */
  permit(collection: string, rule: Collection['rule']): Promise<void>;
}

export interface Credentials {
  env: string;
  secretId: string;
  secretKey: string;
}

/** The part of `@cloudbase/manager-node` that is used here; the package is not installed with the project. */
interface Manager {
  database: {
    listCollections(page: {
      MgoLimit: number;
      MgoOffset: number;
    }): Promise<{ Collections: { CollectionName: string }[] }>;
    createCollection(collection: string): Promise<unknown>;
    updateCollection(collection: string, change: { CreateIndexes: readonly Index[] }): Promise<unknown>;
    describeCollection(collection: string): Promise<{ Indexes?: { Name: string }[] }>;
  };
  commonService(): { call(request: { Action: string; Param: Record<string, string> }): Promise<unknown> };
}
type ManagerClass = new (config: { secretId: string; secretKey: string; envId: string }) => Manager;

/** The manager SDK's own size of a page. */
const PAGE = 100;

/** An environment through CloudBase's own manager SDK, which is installed when it is first asked for. */
export function administrationOf(
  root: string,
  { env, secretId, secretKey }: Credentials,
  say: (line: string) => void,
): Administration {
  const folder = installAside(
    root,
    {
      name: 'provision/tools',
      title: 'CloudBase’s manager SDK (36 MB, once)',
      versions: { '@cloudbase/manager-node': '5.6.5' },
    },
    say,
  );
  // Typed above, since the package is not there when the project is compiled.
  const Manager = createRequire(path.join(folder, 'package.json'))('@cloudbase/manager-node') as ManagerClass;
  const manager = new Manager({ secretId, secretKey, envId: env });
  return {
    // Not `checkCollectionExists`: that takes a wrong key or a cut line for a collection that is not there.
    async collections() {
      const names: string[] = [];
      for (let more = true; more; ) {
        const page = { MgoLimit: PAGE, MgoOffset: names.length };
        const { Collections } = await manager.database.listCollections(page);
        names.push(...Collections.map(({ CollectionName }) => CollectionName));
        more = Collections.length === PAGE;
      }
      return names;
    },
    async indexesOf(collection) {
      const { Indexes = [] } = await manager.database.describeCollection(collection);
      return Indexes.map(({ Name }) => Name);
    },
    async createCollection(collection) {
      await manager.database.createCollection(collection);
    },
    async createIndexes(collection, indexes) {
      await manager.database.updateCollection(collection, { CreateIndexes: indexes });
    },
    async permit(collection, rule) {
      const Param = { EnvId: env, CollectionName: collection, AclTag: rule };
      await manager.commonService().call({ Action: 'ModifyDatabaseACL', Param });
    },
  };
}
