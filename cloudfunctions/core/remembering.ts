import type { Aggregate, AggregateDefinition } from './aggregate';
import type { RunContext } from './context';
import { refuse } from './refusal';
import type { Repository } from './repository';

/**
 * A run in which the same question is put to the database once: several reads of one page, or several parts of
 * one, want the same courses. For the length of one invocation and for reads only, so that nothing is older than
 * the call; a command reads anew what it decides on.
 */
const remembered = new WeakMap<RunContext, RunContext>();

export function remembering(run: RunContext): RunContext {
  const known = remembered.get(run);
  if (known !== undefined) return known;
  const answers = new Map<string, Promise<unknown>>();
  const once = <Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const running = answers.get(question) ?? ask();
    answers.set(question, running);
    // The text of a question says its collection, its kind and all of its conditions.
    return running as Promise<Answer>;
  };
  const next: RunContext = {
    ...run,
    repository: <Doc extends Aggregate>(definition: AggregateDefinition<Doc>) => {
      const stored = run.repository(definition);
      const asked = (kind: string, what: unknown) =>
        `${definition.collection} ${kind} ${JSON.stringify(what)}`;
      const find: Repository<Doc>['find'] = (id) => once(asked('find', id), () => stored.find(id));
      return {
        ...stored,
        find,
        load: async (id) => (await find(id)) ?? refuse('NOT_FOUND'),
        // Each gets a list of its own: whoever sorts it sorts nobody else's.
        list: async (query) => [...(await once(asked('list', query), () => stored.list(query)))],
        count: (condition) => once(asked('count', condition), () => stored.count(condition)),
      };
    },
  };
  remembered.set(run, next);
  return next;
}
