import type { CDPSession, Page } from 'playwright-core';

interface Heap {
  attached: number;
  nodes: number;
  listeners: number;
  heap: number;
  objects: number;
}

/** After forced collections. `objects` counts what the program made, `heap` is in bytes. */
export async function heapOf(page: Page, session: CDPSession): Promise<Heap> {
  // What a finalizer frees is collected by the next round.
  for (let n = 0; n < 3; n += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await page.evaluate('new Promise((next) => setTimeout(next, 50))');
  }
  const counted = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const attached = await page.evaluate<number>('document.querySelectorAll("*").length');
  const objects = await objectsIn(session);
  return { attached, nodes: counted.nodes, listeners: counted.jsEventListeners, heap: usedSize, objects };
}

/** What a program makes; code, hidden classes and what the browser keeps for itself are left out. */
const MADE = new Set(['object', 'closure', 'string', 'array', 'regexp']);

async function objectsIn(session: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const gather = ({ chunk }: { chunk: string }): void => void chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', gather);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', gather);
  // The format of a heap snapshot, as far as it is read here: `nodes` is a table, `type` its first column.
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as {
    snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
    nodes: number[];
  };
  const {
    node_fields: fields,
    node_types: [types],
  } = snapshot.meta;
  let made = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (MADE.has(types[nodes[at] ?? -1] ?? '')) made += 1;
  }
  return made;
}
