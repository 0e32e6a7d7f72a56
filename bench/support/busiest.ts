import { DAY } from '../../cloudfunctions/core/calendar';
import { type Busy, coming, deed, onWall, who } from './deeds';
import { busy, NOW, requestOf } from './street';

/** What people do all day. */
export const BUSIEST: Readonly<Record<string, Busy>> = {
  'home.get': (n, size) => ({ deed: deed(who(n, size), 'home.get', { communityId: 'jianguo' }) }),
  'session.list': (n, size) => ({
    deed: deed(who(n, size), 'session.list', {
      program: null,
      venueId: null,
      communityId: null,
      after: null,
    }),
  }),
  'session.get': (n, size) => ({ deed: deed(who(n, size), 'session.get', { id: coming(n, size) }) }),
  'session.mine': (n, size) => ({ deed: deed(who(n, size), 'session.mine', {}) }),
  'request.mine': (n, size) => ({ deed: deed(who(n, size), 'request.mine', {}) }),
  'request.get': (n, size) => ({
    deed: deed(who(n, size), 'request.get', { id: requestOf(who(n, size) * 10 + 3) }),
  }),
  'wish.wall': (n, size) => ({ deed: deed(who(n, size), 'wish.wall', { after: null }) }),
  'me.inbox': (n, size) => ({ deed: deed(who(n, size), 'me.inbox', { after: null }) }),
  'session.take': (n, size) => ({
    deed: deed(who(n, size), 'session.take', { id: coming(n, size) }),
    undo: deed(who(n, size), 'session.leave', { id: coming(n, size) }),
  }),
  'request.submit': (n, size) => ({
    deed: deed(who(n, size), 'request.submit', {
      kind: 'wish',
      text: '想剪头发，下不了楼',
      audio: null,
      category: null,
      beneficiary: { who: 'self' },
      communityId: 'jianguo',
      phone: '',
      building: '',
      door: '',
      when: '下午都在',
      occurredAt: null,
    }),
  }),
  'request.claim': (n, size) => {
    // Members are every tenth.
    const by = (n * 10) % busy(size);
    const id = onWall(n, size);
    return {
      deed: deed(by, 'request.claim', { id, promisedFor: NOW + 2 * DAY }),
      undo: deed(by, 'request.release', { id, reason: '临时有事' }),
    };
  },
  'me.update': (n, size) => ({ deed: deed(who(n, size), 'me.update', { building: `样例楼 ${n % 40} 栋` }) }),
};
