import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as pipeline from 'mingo/operators/pipeline';
import * as windows from 'mingo/operators/window';
import type { Catalog } from '../catalog';
import { asQueryError, FULL_CONTEXT } from '../query';
import type { Reader, Reading } from '../reader';
import type { Document, Filter, Plan } from '../types';
import type { Guard } from '../view';
import { STRICT_ACCUMULATORS, STRICT_EXPRESSIONS } from './expressions';
import { type JoinStage, joined, joinOf } from './join';
import { STRICT_STAGES } from './operators';
import { checkStages, splitHead } from './stages';

/** The first operator of a name counts. */
const CONTEXT = Context.from(Context.init({ expression: STRICT_EXPRESSIONS }), FULL_CONTEXT)
  .addAccumulatorOps(STRICT_ACCUMULATORS)
  .addAccumulatorOps(accumulators)
  .addPipelineOps(STRICT_STAGES)
  .addPipelineOps(pipeline)
  .addWindowOps(windows);

/** What a pipeline reads from. */
export interface Source {
  catalog: Catalog;
  reader: Reader;
  guardOf(reading: Reading): Guard;
}

/**
 * Runs a pipeline. What it begins with of filter, order, skip and limit is answered by an index,
 * and so is a join by equality of fields.
 * @throws CloudError for stages that this stand-in cannot do, or that are malformed
 */
export function aggregate(
  source: Source,
  name: string,
  stages: Document[],
): { documents: Document[]; plan: Plan } {
  checkStages(stages);
  const { head, rest } = splitHead(stages);
  const reading: Reading = { collection: source.catalog.get(name), ...head };
  const { rows, plan } = source.reader.find(reading, source.guardOf(reading));
  const documents = rows.map((row) => row.document);
  return { documents: run(source, documents, rest), plan };
}

/** mingo would read the whole of the other collection for a join, so joins by equality are prepared one by one. */
function run(source: Source, documents: Document[], stages: Document[]): Document[] {
  const at = stages.findIndex((stage) => joinOf(stage) !== null);
  const join = joinOf(stages[at] ?? {});
  if (!join) return plain(source, documents, stages);
  const before = plain(source, documents, stages.slice(0, at));
  const after = plain(source, before, [withForeign(source, join, before)]);
  return run(source, after, stages.slice(at + 1));
}

function withForeign(source: Source, join: JoinStage, documents: Document[]): Document {
  const filters = joined(join, documents);
  return { $lookup: { ...join, from: filters.flatMap((filter) => read(source, join.from, filter)) } };
}

function plain(source: Source, documents: Document[], stages: Document[]): Document[] {
  if (stages.length === 0) return documents;
  const options = {
    context: CONTEXT,
    scriptEnabled: false,
    collectionResolver: (other: string) => read(source, other, {}),
  };
  return asQueryError(() => new Aggregator(stages, options).run(documents));
}

/** Of a collection that does not exist nothing is read, as in MongoDB. */
function read({ catalog, reader, guardOf }: Source, name: string, filter: Filter): Document[] {
  if (!catalog.has(name)) return [];
  const limit = Number.POSITIVE_INFINITY;
  const reading: Reading = { collection: catalog.get(name), filter, sort: {}, skip: 0, limit };
  return reader.find(reading, guardOf(reading)).rows.map((row) => row.document);
}
