import type { InputOf } from '@contract/actions';
import type { AwardActions } from '@contract/award';
import type { Town } from '../../support/town';
import type { Rows } from '../row';

const said: InputOf<'award.nominate'> = {
  kind: 'volunteer',
  fields: ['volunteer'],
  name: '样例志愿者',
  words: '谁家灯坏了都去',
  communityId: 'jianguo',
};

async function nominated(t: Town): Promise<string> {
  return (await t.as('resident').call('award.nominate', said)).id;
}
async function verifying(t: Town): Promise<string> {
  const id = await nominated(t);
  await t.as('dispatcher').call('award.take_up', { id });
  return id;
}
async function inCommittee(t: Town): Promise<string> {
  const id = await verifying(t);
  await t.as('dispatcher').call('award.verify', { id, story: '灯坏了就去', note: '', consent: 'spoken' });
  return id;
}
export async function onNotice(t: Town): Promise<string> {
  const id = await inCommittee(t);
  await t.as('committee').call('award.agree', { id });
  await t.as('committee-b').call('award.agree', { id });
  return id;
}
async function objected(t: Town): Promise<string> {
  const id = await onNotice(t);
  await t.as('elder').call('award.object', { id, words: '不是他' });
  return id;
}
async function commended(t: Town): Promise<string> {
  const id = await onNotice(t);
  const { until } = await t.as('stranger').call('award.get', { id });
  await t.pass((until ?? 0) - t.clock.now() + 1000);
  return id;
}

const dispatcher = { dispatcher: 'ok', others: 'NOT_ALLOWED' } as const;
const committee = { committee: 'ok', others: 'NOT_ALLOWED' } as const;
const auditor = { auditor: 'ok', others: 'NOT_ALLOWED' } as const;

export const awardRows: Rows<keyof AwardActions> = {
  'award.board': {
    scene: async () => ({ by: 'stranger', input: { after: null } }),
    expect: { others: 'ok' },
  },
  'award.get': {
    async scene(t) {
      return { by: 'resident', input: { id: await nominated(t) } };
    },
    expect: { resident: 'ok', dispatcher: 'ok', committee: 'ok', auditor: 'ok', others: 'NOT_FOUND' },
  },
  'award.mine': { scene: async () => ({ by: 'resident', input: {} }), expect: { others: 'ok' } },
  'award.desk': {
    scene: async () => ({ by: 'dispatcher', input: {} }),
    expect: { dispatcher: 'ok', committee: 'ok', auditor: 'ok', others: 'NOT_ALLOWED' },
  },
  'award.nominate': { scene: async () => ({ by: 'resident', input: said }), expect: { others: 'ok' } },
  'award.take_up': {
    async scene(t) {
      return { by: 'dispatcher', input: { id: await nominated(t) } };
    },
    expect: dispatcher,
  },
  'award.verify': {
    async scene(t) {
      const id = await verifying(t);
      return { by: 'dispatcher', input: { id, story: '灯坏了就去', note: '', consent: 'paper' } };
    },
    expect: dispatcher,
  },
  'award.turn_down': {
    async scene(t) {
      return { by: 'dispatcher', input: { id: await verifying(t), reason: '没有这回事' } };
    },
    expect: dispatcher,
  },
  'award.agree': {
    async scene(t) {
      return { by: 'committee', input: { id: await inCommittee(t) } };
    },
    expect: committee,
  },
  'award.disagree': {
    async scene(t) {
      return { by: 'committee', input: { id: await inCommittee(t), reason: '再等等' } };
    },
    expect: committee,
  },
  'award.object': {
    async scene(t) {
      return { by: 'elder', input: { id: await onNotice(t), words: '不是他' } };
    },
    expect: { others: 'ok' },
  },
  'award.reconsider': {
    async scene(t) {
      return { by: 'auditor', input: { id: await objected(t), note: '问过了' } };
    },
    expect: auditor,
  },
  'award.uphold': {
    async scene(t) {
      return { by: 'auditor', input: { id: await objected(t), reason: '查实了' } };
    },
    expect: auditor,
  },
  'award.link': {
    async scene(t) {
      return { by: 'office', input: { id: await commended(t), courseId: 'c-quarrel' } };
    },
    expect: { office: 'ok', others: 'NOT_ALLOWED' },
  },
};
