import { DAY } from '../../cloudfunctions/core/calendar';
import type { Phone } from '../e2e/support/phone';
import { wish } from '../functions/wish';
import type { Town } from '../support/town';

/** A page as somebody meets it. */
export interface Visit {
  holder: string;
  /** With `?`, or ''. */
  query: string;
  /** The page before and what is done there, where this one is reached only so. */
  from?: { page: string; go(phone: Phone): Promise<void> };
}

/** Every page of app.json, with somebody who sees something there; a page without a visit fails the audit. */
export async function visits(t: Town): Promise<Record<string, Visit>> {
  const asked = await t.as('elder').call('request.submit', wish);
  const open = await t.as('resident').call('request.submit', { ...wish, text: '想要一副老花镜' });
  await t.as('dispatcher').call('request.publish', {
    id: open.id,
    title: '一副老花镜',
    publicText: '一位街坊想要一副老花镜',
    category: 'wish',
  });
  const task = await t.as('resident').call('request.submit', {
    ...wish,
    kind: 'grid',
    text: '楼道灯不亮了',
  });
  await t.as('dispatcher').call('request.dispatch', {
    id: task.id,
    title: '楼道灯不亮',
    category: 'hazard',
    tier: 'normal',
    helperId: 'sample_grid',
  });
  const done = await t.as('elder').call('request.submit', { ...wish, text: '想有人来读读报' });
  await t.as('dispatcher').call('request.publish', {
    id: done.id,
    title: '读报',
    publicText: '一位长者想有人读读报',
    category: 'wish',
  });
  const member = t.as('member');
  await member.call('request.claim', { id: done.id, promisedFor: t.clock.now() + DAY });
  await member.call('request.contact', { note: '约好了', id: done.id });
  await member.call('request.deliver', { note: '读了半个钟头', id: done.id });
  // In the morning the news of the night has knocked, and who does not hear it is to be telephoned.
  await t.pass(DAY / 2);
  const elder = (query = ''): Visit => ({ holder: 'elder', query });
  const of = (holder: string, query = ''): Visit => ({ holder, query });
  return {
    'pages/home/home': elder(),
    'pages/school/school': of('resident'),
    'pages/service/service': elder(),
    'pages/me/me': of('office'),
    'packages/school/menu/menu': of('member'),
    'packages/school/course/course': of('member', '?id=c-food'),
    'packages/school/session/session': of('resident', '?id=s-table'),
    'packages/school/mine/mine': of('resident'),
    'packages/school/check-in/check-in': of('resident', '?id=s-now'),
    'packages/school/venue/venue': of('resident', '?id=main'),
    'packages/school/venues/venues': of('resident'),
    'packages/service/say/say': elder(),
    'packages/service/confirm/confirm': {
      ...elder(),
      from: {
        page: 'packages/service/say/say',
        async go(phone) {
          await phone.tap('say-type');
          await phone.fill('say-text', '灯坏了');
          await phone.tap('say-next');
        },
      },
    },
    'packages/service/request/request': elder(`?id=${asked.id}`),
    'packages/service/rate/rate': elder(`?id=${done.id}`),
    'packages/service/wall/wall': of('member'),
    'packages/service/wish/wish': of('member', `?id=${open.id}`),
    'packages/service/helping/helping': of('member'),
    'packages/service/emergency/emergency': elder(),
    'packages/grid/board/board': of('grid'),
    'packages/grid/task/task': of('grid', `?id=${task.id}`),
    'packages/office/triage/triage': of('dispatcher'),
    'packages/office/matter/matter': of('dispatcher', `?id=${asked.id}`),
    'packages/office/console/console': of('host', '?id=s-now'),
    'packages/office/hosting/hosting': of('host'),
    'packages/office/callbacks/callbacks': of('dispatcher'),
    'packages/people/inbox/inbox': elder(),
    'packages/people/settings/settings': elder(),
    'packages/people/about/about': elder(),
    'packages/people/profile/profile': elder(),
    'packages/people/numbers/numbers': elder(),
  };
}
