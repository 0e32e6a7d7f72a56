import type { InputOf } from '@contract/actions';
import type { Town } from '../../support/town';
import type { Rows } from '../row';

const somebody: InputOf<'faculty.add'> = {
  name: '样例新讲师',
  batch: 'invited',
  source: '先进模范人物',
  engagement: 'special',
  styles: [],
};
const add = (t: Town) => t.as('office').call('faculty.add', somebody);

/** 师资: the office adds and invites, the person agrees, who was there thanks. */
export const facultyRows: Rows<
  | 'faculty.list'
  | 'faculty.desk'
  | 'faculty.add'
  | 'faculty.invite'
  | 'faculty.agree'
  | 'faculty.consent'
  | 'faculty.slots'
  | 'faculty.thank'
> = {
  'faculty.list': { scene: async () => ({ by: 'stranger', input: {} }), expect: { others: 'ok' } },
  'faculty.desk': { scene: async () => ({ by: 'office', input: {} }), expect: { others: 'ok' } },
  'faculty.add': {
    scene: async () => ({ by: 'office', input: somebody }),
    expect: { office: 'ok', others: 'NOT_ALLOWED' },
  },
  'faculty.invite': {
    scene: async (t) => ({ by: 'office', input: { id: (await add(t)).id } }),
    expect: { office: 'ok', others: 'NOT_ALLOWED' },
  },
  'faculty.agree': {
    scene: async (t) => ({ by: 'elder', input: { code: (await add(t)).code } }),
    expect: { others: 'ok' },
  },
  'faculty.consent': {
    async scene(t) {
      const { id, code } = await add(t);
      await t.as('elder').call('faculty.agree', { code });
      return { by: 'elder', input: { id, given: false } };
    },
    expect: { elder: 'ok', others: 'NOT_ALLOWED' },
  },
  'faculty.slots': {
    scene: async () => ({ by: 'office', input: { id: 'teacher-sample', slots: ['6-morning'] } }),
    expect: { office: 'ok', others: 'NOT_ALLOWED' },
  },
  'faculty.thank': {
    async scene(t) {
      const { startsAt, endsAt } = await t.as('resident').call('session.take', { id: 's-now' });
      const { code: venueCode } = await t.as('resident').call('venue.get', { id: 'branch-jianguo' });
      await t.clock.set(startsAt - 60_000);
      await t.as('resident').call('session.check_in', { id: 's-now', by: { way: 'poster', venueCode } });
      await t.clock.set(endsAt + 60_000);
      return { by: 'resident', input: { sessionId: 's-now', text: '讲得明白' } };
    },
    expect: { resident: 'ok', others: 'NOT_ALLOWED' },
  },
};
