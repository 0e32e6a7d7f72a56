import type { Cloud } from '../../local/cloud';
import { atEnd } from './at-end';
import { MORNING } from './morning';

/** Between two towns: longer than the window in which a warm worker counts each person's calls (`core/limiter.ts`). */
const APART_MS = 61_000;

/** A cloud whose functions stay warm while towns stand in it one after the other. */
interface Ground {
  cloud: Cloud;
  /** Puts back the store without a document. */
  clear: () => void;
  lent: number;
  /** The run is through. */
  closed: boolean;
}

const free = new Map<string, Ground[]>();

/**
 * A cloud without documents, for one town: closing it clears the ground for the next of this process that asks
 * for the same kind, which spares it the start of every function. What is no document, file or listener of the
 * town is not undone; a town that changes more (its functions, its variables) wants a cloud of its own.
 * Each begins a minute later than the one before, so that nobody's calls add up over two of them.
 */
export async function standing(kind: string, open: () => Promise<Cloud>): Promise<Cloud> {
  const idle = free.get(kind) ?? [];
  free.set(kind, idle);
  const ground = idle.pop() ?? (await broken(open));
  const { cloud } = ground;
  ground.lent += 1;
  await cloud.clock.set(MORNING + ground.lent * APART_MS);
  const takeBack = noting(cloud);
  return {
    ...cloud,
    onPlan: takeBack.noted(cloud.onPlan),
    async close() {
      // A file that runs alone may hear of the end of the run before its own last hook.
      if (ground.closed) return;
      await cloud.idle();
      takeBack.all();
      wipe(ground);
      idle.push(ground);
    },
  };
}

async function broken(open: () => Promise<Cloud>): Promise<Ground> {
  const cloud = await open();
  const bare = cloud.store.snapshot();
  const ground: Ground = { cloud, clear: () => bare.restore(), lent: 0, closed: false };
  atEnd(() => {
    ground.closed = true;
    return cloud.close();
  });
  return ground;
}

function wipe({ cloud, clear }: Ground): void {
  const { faults, openApi, clock } = cloud;
  faults.clear();
  faults.onCall = undefined;
  faults.onRequest = undefined;
  openApi.sent.length = 0;
  openApi.subscriptions.clear();
  openApi.checkTexts = 'pass';
  openApi.checkMedia = 'pass';
  clock.reset();
  clear();
}

type Noted = <Args extends unknown[]>(method: (...args: Args) => () => void) => (...args: Args) => () => void;

/** Remembers what a town hangs onto its cloud, so that it can be taken down. */
function noting({ openApi }: Cloud): { noted: Noted; all: () => void } {
  const hung: (() => void)[] = [];
  const noted: Noted =
    (method) =>
    (...args) => {
      const takeDown = method(...args);
      hung.push(takeDown);
      return takeDown;
    };
  openApi.respond = noted(openApi.respond.bind(openApi));
  openApi.onMessage = noted(openApi.onMessage.bind(openApi));
  return {
    noted,
    all() {
      for (const takeDown of hung) takeDown();
      // The desk's own methods are there again.
      Reflect.deleteProperty(openApi, 'respond');
      Reflect.deleteProperty(openApi, 'onMessage');
    },
  };
}
