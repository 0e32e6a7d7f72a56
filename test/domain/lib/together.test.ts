import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { together } from '../../../miniprogram/api/together';
import { type CallRequest, MOST_READS, type ReadsRequest } from '../../../miniprogram/contract/envelope';

/** Reads of one page set out together; nothing else does. */

const read = (action: string, input: unknown = {}): CallRequest => ({ action, input, rid: '', contract: 1 });

/** Roads that write down what travels, and answer each read with its own name. */
function roads() {
  const travelled: string[] = [];
  let leave: () => void = () => undefined;
  let failure: Error | null = null;
  const named = ({ action }: CallRequest) => ({ ok: true, output: action, now: 1 });
  const send = together({
    async one(request) {
      travelled.push(request.action);
      if (failure !== null) throw failure;
      return named(request);
    },
    async several(name: string, { reads }: ReadsRequest) {
      travelled.push(`${name}: ${reads.map(({ action }) => action).join(' ')}`);
      if (failure !== null) throw failure;
      return { replies: reads.map(named) };
    },
    soon(run) {
      leave = run;
    },
  });
  return {
    send,
    travelled,
    leave: () => leave(),
    fail(error: Error) {
      failure = error;
    },
  };
}

describe('reads of a page travel together', () => {
  test('one call for each function, the same question once, and each its own reply', async () => {
    const { send, travelled, leave } = roads();
    const replies = Promise.all([
      send(read('course.menu', { track: null })),
      send(read('survey.get')),
      send(read('course.menu', { track: null })),
      send(read('course.menu', { track: 'party' })),
      send(read('plan.month')),
    ]);
    assert.deepEqual(travelled, [], 'nothing leaves before what runs has come to its end');
    leave();
    assert.deepEqual(
      (await replies).map((reply) => Reflect.get(Object(reply), 'output')),
      ['course.menu', 'survey.get', 'course.menu', 'course.menu', 'plan.month'],
    );
    assert.deepEqual(travelled, ['api: course.menu survey.get course.menu', 'plan.month']);
  });

  test('a read alone is the call that it always was, and a write waits for nobody', async () => {
    const { send, travelled, leave } = roads();
    const alone = send(read('me.get'));
    const write = send({ ...read('me.update'), rid: 'rid-0000001' });
    assert.deepEqual(travelled, ['me.update']);
    leave();
    await Promise.all([alone, write]);
    assert.deepEqual(travelled, ['me.update', 'me.get']);
  });

  test('a lost road is lost for each of them, so that each shows what it has', async () => {
    const { send, leave, fail } = roads();
    fail(new Error('timeout'));
    const all = [send(read('me.get')), send(read('survey.get')), send(read('me.get'))];
    leave();
    for (const one of all) await assert.rejects(one, /timeout/);
  });

  test('more than the server answers in one row are two rows', async () => {
    const { send, travelled, leave } = roads();
    const all = Array.from({ length: MOST_READS + 1 }, (_, n) => send(read('course.get', { id: `c${n}` })));
    leave();
    await Promise.all(all);
    assert.equal(travelled.length, 2);
  });
});
