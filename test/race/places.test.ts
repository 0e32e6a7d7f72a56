import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ActivityView } from '@contract/activity';
import { type CallReply, CONTRACT_VERSION } from '@contract/envelope';
import type { Activity } from '../../cloudfunctions/service/activity/model';
import { newRid, type Town, town } from '../support/town';
import { sdkFor } from './control';

const RIVALS = 40;

describe('forty volunteers for two places, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town({ instances: 6 });
  });
  after(() => t.close());

  function stored(): Activity {
    // What the function wrote.
    return t.store.find('activities', { _id: 'a-pair' }).documents[0] as unknown as Activity;
  }

  test('two have a place, the others hear that there are hands enough', async () => {
    const replies = await Promise.all(
      Array.from(
        { length: RIVALS },
        (_, n) =>
          t.invoke(
            'api',
            { action: 'activity.join', input: { id: 'a-pair' }, rid: newRid(), contract: CONTRACT_VERSION },
            { openid: `rival-${n}` },
          ) as Promise<CallReply<ActivityView>>,
      ),
    );
    assert.equal(replies.filter((reply) => reply.ok).length, 2);
    assert.ok(replies.every((reply) => reply.ok || reply.refusal.code === 'PLACES_FULL'));
    const { open, volunteers } = stored();
    assert.deepEqual([open, volunteers.length], [0, 2]);
  });

  test('without the condition the same stampede oversells: the control', async () => {
    const database = sdkFor(t);
    const _ = database.command;
    const copy = { ...stored(), _id: 'a-control', open: 2, volunteers: [] };
    await database.collection('activities').add(copy);
    await Promise.all(
      Array.from({ length: 10 }, async (_one, n) => {
        const reply = await database.collection('activities').doc('a-control').get();
        const [seen] = reply.data as Activity[];
        if ((seen?.open ?? 0) <= 0) return;
        await database
          .collection('activities')
          .where({ _id: 'a-control' })
          .options({ multiple: false })
          .update({ open: _.inc(-1), volunteers: _.push([{ personId: `c-${n}` }]) });
      }),
    );
    const control = t.store.find('activities', { _id: 'a-control' }).documents[0] as unknown as Activity;
    assert.ok(control.volunteers.length > 2, 'looking first and writing afterwards is too late');
  });
});
