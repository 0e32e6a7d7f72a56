import { DAY, HOUR } from '../../../cloudfunctions/core/calendar';
import { type Bond, bondId, bonds } from '../../../cloudfunctions/people/family/model';
import { type Message, messages } from '../../../cloudfunctions/people/inbox/model';
import { newPerson, type Person } from '../../../cloudfunctions/people/person/model';
import { base } from '../../../database/seed/base';
import { communityOf, isFollowed, messageOf, NOW, OWN, openidOf, personOf, powersOf } from '../street';

const TO_RING = 30;

export function person(n: number, size: number): Person {
  const scope = communityOf(n);
  const grants: Person['grants'] = powersOf(n, size);
  return {
    ...newPerson(personOf(n), openidOf(n), NOW - 300 * DAY),
    name: '样例居民',
    communityId: scope,
    building: `样例楼 ${n % 40} 栋`,
    elder: n % 3 === 0,
    grants,
    roleKeys: grants.map((grant) => `${grant.role}:${grant.scope}`),
    consents: { progress: 3 },
    sample: true,
  };
}

export function message(n: number, size: number): Message {
  const createdAt = NOW - HOUR * (1 + (n % 4_000));
  const personId = personOf(Math.floor(n / OWN.messages));
  return {
    ...base(messageOf(n), createdAt),
    schema: messages.schema,
    people: [personId],
    personId,
    title: '有人接了',
    text: '您说的事有人接了，今天下午上门，到时候先打电话',
    link: '/packages/service/request/request?id=r1',
    template: 'progress',
    readAt: n % OWN.messages < 3 ? null : createdAt + HOUR,
    urgent: false,
    // The last ones reach nobody by phone: the desk rings.
    callback: size - n <= TO_RING ? 'jianguo' : null,
    push: { state: 'sent', at: createdAt },
    sample: true,
  };
}

export function bond(n: number): Bond {
  const [elderId, relativeId] = [personOf(n), personOf(n + 1)];
  return {
    ...base(bondId(elderId, relativeId), NOW - 100 * DAY),
    schema: bonds.schema,
    people: [elderId, relativeId],
    elderId,
    relativeId,
    agreed: { progress: true, speak: false, confirm: false },
    how: 'digits',
    witnessId: null,
    active: isFollowed(n),
    since: NOW - 100 * DAY,
    endedBy: isFollowed(n) ? null : elderId,
  };
}
