import { type CallRequest, MOST_READS, type ReadsRequest } from '../contract/envelope';
import { functionOf } from '../contract/functions';

/** Carries one request to the function that answers it. */
export type Send = (request: CallRequest) => Promise<unknown>;

export interface Roads {
  one: Send;
  /** To the function of that name. */
  several(name: string, request: ReadsRequest): Promise<unknown>;
  /** Runs it when what runs now has come to its end. */
  soon(run: () => void): void;
}

interface Waiting {
  request: CallRequest;
  answered(reply: unknown): void;
  failed(failure: unknown): void;
}

/**
 * What a page and its parts read when it is opened sets out together, one call for each function, and the same
 * question once. Each gets its own reply, and its own failure: they share the road, nothing else. A write goes
 * by itself, for it has its own retry.
 */
export function together({ one, several, soon }: Roads): Send {
  let waiting: Waiting[] = [];

  function leave(): void {
    const all = waiting;
    waiting = [];
    const byFunction = new Map<string, Map<string, Waiting[]>>();
    for (const each of all) {
      const { action, input } = each.request;
      const name = functionOf(action);
      const questions = byFunction.get(name) ?? new Map<string, Waiting[]>();
      byFunction.set(name, questions);
      const question = `${action} ${JSON.stringify(input)}`;
      questions.set(question, [...(questions.get(question) ?? []), each]);
    }
    for (const [name, questions] of byFunction) {
      const groups = [...questions.values()];
      for (let from = 0; from < groups.length; from += MOST_READS)
        void travel(name, groups.slice(from, from + MOST_READS));
    }
  }

  async function travel(name: string, groups: readonly Waiting[][]): Promise<void> {
    const requests = groups.flatMap(([first]) => (first === undefined ? [] : [first.request]));
    try {
      const [only] = requests;
      const replies =
        only !== undefined && requests.length === 1
          ? [await one(only)]
          : repliesOf(await several(name, { reads: requests }), requests.length);
      groups.forEach((group, place) => {
        for (const { answered } of group) answered(replies[place]);
      });
    } catch (failure) {
      for (const { failed } of groups.flat()) failed(failure);
    }
  }

  return (request) => {
    if (request.rid !== '') return one(request);
    return new Promise((answered, failed) => {
      if (waiting.length === 0) soon(leave);
      waiting.push({ request, answered, failed });
    });
  };
}

function repliesOf(reply: unknown, count: number): unknown[] {
  const replies: unknown =
    typeof reply === 'object' && reply !== null && 'replies' in reply ? reply.replies : undefined;
  if (!Array.isArray(replies) || replies.length !== count)
    throw new Error('reads that went together came back with another number of replies');
  return replies;
}
