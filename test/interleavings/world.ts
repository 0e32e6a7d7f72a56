import { createHash } from 'node:crypto';
import tcb from '@cloudbase/node-sdk';
import type { ActionName, InputOf, OutputOf } from '@contract/actions';
import type { RefusalCode } from '@contract/errors';
import type { Aggregate, AggregateDefinition } from '../../cloudfunctions/core/aggregate';
import type { ActionContext, RunContext } from '../../cloudfunctions/core/context';
import { Refusal } from '../../cloudfunctions/core/refusal';
import { openRepository } from '../../cloudfunctions/core/repository';
import { DEFAULT_SETTINGS } from '../../cloudfunctions/core/settings';
import { noSpeech } from '../../cloudfunctions/core/speech';
import { sweep } from '../../cloudfunctions/core/sweep';
import { templatesFrom } from '../../cloudfunctions/core/templates';
import { openVault } from '../../cloudfunctions/core/vault';
import { noVoice } from '../../cloudfunctions/core/voice';
import { everything as table } from '../../cloudfunctions/entry/everything';
import type { Person } from '../../cloudfunctions/people/person/model';
import { CloudError } from '../../local/cloud';
import { databaseActions } from '../../local/cloud/server/database';
import { openStore } from '../../local/cloud/store';
import { declarations } from '../../tools/town';

/** Effects that reach beyond the documents of this world: they take their turn and leave no trace. */
const BEYOND = [
  'notify',
  'tell_desk',
  'unbook',
  'serve_orders',
  'unserve_orders',
  'tell_teacher',
  'tell_stations',
  'wish_hours',
  'merged',
];

/**
 * The product in this one process: its actions, its repository and the real SDK's own requests, which
 * here reach the store without a network. Each request is a step whose turn is drawn by fast-check:
 * every order in which commands may read and write is therefore a value that it can find and shrink.
 */
export interface World {
  /** What a phone would be told. */
  ask<Name extends ActionName>(
    by: string,
    name: Name,
    input: InputOf<Name>,
    rid: string,
  ): Promise<Told<Name>>;
  /** One tick of the timer over the collection that is looked at. */
  tick(): Promise<void>;
  wait(ms: number): void;
  now(): number;
  stored<Doc extends Aggregate>(): Doc;
  /** What should have been carried out after a write, and was not: kind and cause. */
  readonly failed: readonly string[];
}

export type Told<Name extends ActionName> =
  | { ok: true; output: OutputOf<Name> }
  | { ok: false; code: string };

export interface Scene<Doc extends Aggregate> {
  definition: AggregateDefinition<Doc>;
  doc: Doc;
  /** Everybody who may act in it. */
  people: readonly Person[];
  now: number;
  /** Waits for its turn before a request of that kind is carried out. */
  turn(what: string): Promise<unknown>;
  /** Sees each change of the document in the moment in which it is stored. @throws what is wrong with it */
  written(before: Doc, after: Doc): void;
  /** False: of every condition only the id is left, as in a product without guards. */
  guarded: boolean;
}

const VAULT = openVault(
  `world:${createHash('sha256').update('a world in one process').digest('base64')}`,
  'the pepper of a world in one process',
  undefined,
);
/** What the commands of both models read and write. */
const NEEDED = ['sessions', 'requests', 'persons', 'venues', 'bonds', 'courses'];
const collections = Object.fromEntries(
  Object.entries(declarations()).filter(([name]) => NEEDED.includes(name)),
);
const store = openStore({ file: ':memory:', collections, durability: 'off', scan: 'reject' });
const empty = store.snapshot();
const database = tcb.init({ env: 'world', secretId: 'none', secretKey: 'none' }).database();
let send: (action: string, parameters: Parameters) => Promise<unknown> = () =>
  Promise.reject(new Error('no world is open'));

type Parameters = Readonly<Record<string, unknown>>;

/** The SDK makes one of these for every request; it is the place where it would go to the network. */
class Wire {
  send(action: string, parameters: Parameters): Promise<unknown> {
    return send(action, parameters);
  }
}
Reflect.set(database.constructor, 'reqClass', Wire);

export function openWorld<Doc extends Aggregate>(scene: Scene<Doc>): World {
  const { definition, doc, people, written, guarded } = scene;
  let now = scene.now;
  const parts = { store, clock: { now: () => now } };
  let invocations = 0;
  const failed: string[] = [];
  empty.restore();
  store.insert(
    'persons',
    people.map((person) => ({ ...person })),
  );
  store.insert(definition.collection, [{ ...doc } as Record<string, unknown>]);
  // What its repository wrote.
  const stored = () => store.find(definition.collection, { _id: doc._id }).documents[0] as unknown as Doc;

  send = async (action, parameters) => {
    const collection = String(parameters['collectionName']);
    await scene.turn(`${action.replace('database.', '')} ${collection}`);
    const watched = collection === definition.collection && action === 'database.modifyDocument';
    const before = watched ? stored() : undefined;
    try {
      const asked = watched && !guarded ? { ...parameters, query: onlyId(parameters['query']) } : parameters;
      const answer = await databaseActions[action]?.run({ ...asked }, parts);
      if (before !== undefined && stored().version !== before.version) written(before, stored());
      return { requestId: 'world', ...answer?.fields };
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      return { requestId: 'world', code: error.code, message: error.message };
    }
  };

  const run = (): RunContext => {
    invocations += 1;
    const at = now;
    return {
      now: at,
      invocation: `run-${invocations}`,
      database,
      speech: noSpeech,
      voice: noVoice,
      openApi: {
        checkText: async () => 'pass',
        checkMedia: async () => 'trace',
        sendMessage: async () => 'refused',
        pageCode: async () => Buffer.alloc(0),
      },
      vault: VAULT,
      settings: DEFAULT_SETTINGS,
      templates: templatesFrom({}),
      carrier: {
        invocation: `run-${invocations}`,
        // Messages have their own proofs; here each is one more moment in which others may come between.
        handlers: new Map(BEYOND.map((kind) => [kind, async () => void (await scene.turn(kind))])),
        failed: ({ kind }, error) => void failed.push(`${kind}: ${String(error)}`),
      },
      repository: (of) =>
        openRepository(of, {
          database,
          settings: DEFAULT_SETTINGS,
          now: () => at,
          random: () => 0.5,
          sleep: async () => void (await scene.turn('pause')),
        }),
      temporaryUrls: async () => [],
      removeFiles: async () => undefined,
      storeFile: async (path) => path,
      freshId: () => 'fresh',
    };
  };

  return {
    async ask(by, name, input, rid) {
      const context: ActionContext = {
        ...run(),
        rid: `${by}:${rid}`,
        occurredAt: null,
        caller: callerOf(people, by),
      };
      try {
        const action = table.get(name);
        if (action === undefined) throw new Error(`there is no ${name}`);
        // The table holds the output to the name.
        return { ok: true, output: (await action.run(context, input)) as OutputOf<typeof name> };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { ok: false, code: error.code satisfies RefusalCode };
      }
    },
    async tick() {
      await sweep(run(), definition);
    },
    wait(ms) {
      now += ms;
    },
    now: () => now,
    failed,
    // As above.
    stored: <As extends Aggregate>() => stored() as unknown as As,
  };
}

function callerOf(people: readonly Person[], by: string) {
  const person = people.find(({ _id }) => _id === by);
  if (person === undefined) throw new Error(`${by} is nobody here`);
  return { openid: `openid-${by}`, id: by, grants: person.grants };
}

function onlyId(query: unknown): string {
  // The SDK sends the condition as the text of an object.
  const { _id } = JSON.parse(String(query)) as { _id: unknown };
  return JSON.stringify({ _id });
}
