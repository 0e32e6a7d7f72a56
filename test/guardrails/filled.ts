import { HOUR } from '../../cloudfunctions/core/calendar';
import { wish } from '../functions/wish';
import { unanswered } from '../proof/rows/scenes';
import type { Town } from '../support/town';

/** What fills the pages of service, grid and office that a quiet street leaves empty. */

export interface Morning {
  activityId: string;
  /** Of a home at whose door a card hangs. */
  code: string;
}

/** Before noon: people put their names down, offer and tell what there is. */
export async function morning(t: Town): Promise<Morning> {
  const startsAt = t.clock.now() + HOUR;
  const { id: activityId } = await t.as('lead').call('activity.plan', {
    teamId: 'scissors',
    kind: 'comfort',
    project: 'sunset',
    title: '上门理发',
    text: '给下不了楼的老人剪剪头发',
    place: '样例楼 1 栋楼下集合',
    bring: ['围布', '推子'],
    startsAt,
    endsAt: startsAt + 2 * HOUR,
    places: 4,
  });
  for (const key of ['resident', 'member', 'member-b'])
    await t.as(key).call('activity.join', { id: activityId });
  await t.as('resident').call('share.put', { kind: 'thing', text: '一架轮椅，能借', days: 30 });
  await t.as('member').call('share.put', { kind: 'skill', text: '会修收音机、缝纫机', days: 90 });
  const home = {
    name: '样例大娘',
    communityId: 'jianguo',
    phone: '',
    building: '样例楼 5 栋',
    door: '501',
  };
  const { card } = await t.as('grid').call('household.register', home);
  const beneficiary = { who: 'household', cardId: card.id } as const;
  const nothing = { phone: '', building: '', door: '' };
  await t
    .as('grid')
    .call('request.submit', { ...wish, ...nothing, kind: 'errand', text: '想请人取降压药', beneficiary });
  return { activityId, code: card.code };
}

/** After noon: the activity is over, the trip is under way, and somebody has said words of danger. */
export async function afternoon(t: Town, { activityId }: Morning, tripId: string): Promise<void> {
  const { roster } = await t.as('lead').call('activity.desk', { id: activityId });
  await t.as('resident').call('activity.confirm_hours', { id: activityId });
  await t
    .as('member')
    .call('activity.correct_hours', { id: activityId, minutes: 60, words: '早走了一个钟头' });
  const [first] = roster;
  if (first !== undefined) await t.as('lead').call('activity.certify', { id: activityId, seat: first.seat });
  await t.as('grid').call('trip.start', { id: tripId });
  const { places } = await t.as('grid').call('trip.get', { id: tripId });
  const building = places.find(({ requestId }) => requestId === null);
  const door = { id: tripId, stop: building?.key ?? '', audio: null, household: null };
  await t.as('grid').call('trip.record', {
    ...door,
    door: 'first-door',
    outcome: 'met',
    said: '都挺好，叮嘱了用电用火',
    household: { by: 'name', name: '王大爷' },
    need: { kind: 'errand', text: '想请人取降压药' },
  });
  await t
    .as('grid')
    .call('trip.record', { ...door, door: 'second-door', outcome: 'nobody', said: '', need: null });
  await t.as('resident').call('danger.tell', { kind: 'fire', word: '煤气味', communityId: 'jianguo' });
  const { open } = await t.as('dispatcher').call('danger.list', { communityId: null });
  for (const { id } of open)
    await t.as('dispatcher').call('danger.called', { id, note: '关了阀门，燃气公司的人到了' });
  await t.as('elder').call('danger.tell', { kind: 'medical', word: '胸口疼', communityId: 'jianguo' });
}

export interface FilledVisit {
  page: string;
  holder: string;
  /** @returns what the page is opened with */
  fill(t: Town): Promise<string>;
}

/** Pages that are looked at in one more state than their usual one. */
export const FILLED: Readonly<Record<string, FilledVisit>> = {
  'a recording of which WeChat says nothing': {
    page: 'packages/office/matter/matter',
    holder: 'dispatcher',
    fill: async (t) => `?id=${await unanswered(t)}`,
  },
  'registered where one lives': {
    page: 'packages/service/dual/dual',
    holder: 'member',
    async fill(t) {
      await t.as('member').call('dual.register', {
        unit: '样例单位',
        skills: ['repair'],
        free: ['weekend'],
        likes: ['comfort'],
      });
      return '';
    },
  },
  'a story on public notice': {
    page: 'packages/service/story/story',
    holder: 'resident',
    async fill(t) {
      const { id } = await t.as('member').call('award.nominate', {
        kind: 'volunteer',
        fields: ['volunteer'],
        name: '样例志愿者二',
        words: '雪天替六户老人背菜',
        communityId: 'jianguo',
      });
      await t.as('dispatcher').call('award.take_up', { id });
      const story = '雪下了三天，他挨家问，把六户老人的菜背上了楼。';
      await t.as('dispatcher').call('award.verify', { id, story, note: '', consent: 'spoken' });
      for (const key of ['committee', 'committee-b']) await t.as(key).call('award.agree', { id });
      return `?id=${id}`;
    },
  },
};
