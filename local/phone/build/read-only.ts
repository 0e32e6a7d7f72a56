import path from 'node:path';
import { type Node, parse } from 'acorn';
import type * as esbuild from 'esbuild';
import { nodesOf } from './syntax';

/** Writes to constants that a bundle was refused for: by file, the names. */
export type ConstantWrites = Map<string, Set<string>>;

/**
 * esbuild refuses to bundle a script that assigns to a constant. WeChat compiles it, and the line fails when
 * it is reached. Answers what has to be patched for that; undefined when the bundle failed for other reasons.
 */
export function constantWrites(failure: unknown): ConstantWrites | undefined {
  const writes: ConstantWrites = new Map();
  for (const { text, location } of messagesOf(failure)) {
    const name = /^Cannot assign to "([^"]+)" because it is a constant$/.exec(text)?.[1];
    if (name === undefined || location === null) return undefined;
    const file = path.resolve(location.file);
    writes.set(file, (writes.get(file) ?? new Set()).add(name));
  }
  return writes.size === 0 ? undefined : writes;
}

/** esbuild's failure carries its messages. */
export function messagesOf(failure: unknown): readonly esbuild.Message[] {
  if (!(failure instanceof Error) || !('errors' in failure) || !Array.isArray(failure.errors)) return [];
  // esbuild documents `BuildFailure.errors` as its `Message[]`.
  return failure.errors as esbuild.Message[];
}

type Assignment = Node & { left: Node & { name?: string } };

/** Makes each `NAME = …` throw instead. A script that is not plain JavaScript is left as it is. */
export function throwOnWrites(source: string, names: ReadonlySet<string>): string {
  const places: { start: number; end: number; name: string }[] = [];
  for (const node of nodesOf(
    parse(source, { ecmaVersion: 2022, sourceType: 'module', allowReturnOutsideFunction: true }),
  )) {
    if (node.type !== 'AssignmentExpression') continue;
    // Its `type` says so.
    const { left, start, end } = node as Assignment;
    if (left.name !== undefined && names.has(left.name)) places.push({ start, end, name: left.name });
  }
  let patched = source;
  for (const { start, end, name } of places.reverse()) {
    const throwing = `(() => { throw new TypeError('"${name}" is read-only'); })()`;
    // As many lines as before, so that what follows keeps its place.
    const lines = '\n'.repeat(source.slice(start, end).split('\n').length - 1);
    patched = patched.slice(0, start) + throwing + lines + patched.slice(end);
  }
  return patched;
}
