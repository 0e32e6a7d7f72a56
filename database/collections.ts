import { type Collection, index, unique } from './declaration';

/** Every collection of the product: indexes, rule, retention, field classes, schema version. */
export const collections = {
  accounts: {
    indexes: [index('person', 'personId')],
    rule: 'ADMINONLY',
    schema: 1,
    retentionDays: null,
    fields: { _id: 'L2' },
  },
  persons: {
    indexes: [index('roles', 'roleKeys'), index('phone', 'phoneIndex')],
    rule: 'ADMINONLY',
    schema: 1,
    retentionDays: null,
    fields: { name: 'L2', building: 'L2', openid: 'L2', phone: 'L3', door: 'L3', phoneIndex: 'L2' },
  },
  inbox: {
    indexes: [
      index('newest', 'personId', '-createdAt'),
      index('unread', 'personId', 'readAt'),
      index('wake', 'wakeAt'),
    ],
    rule: 'ADMINONLY',
    schema: 1,
    retentionDays: 180,
    fields: { title: 'L2', text: 'L2' },
  },
  courses: {
    indexes: [index('menu', 'approved', 'order')],
    rule: 'ADMINONLY',
    schema: 1,
    retentionDays: null,
    fields: { title: 'L0', summary: 'L0', orders: 'L1' },
  },
  venues: {
    indexes: [unique('code', 'code'), index('listed', 'order'), index('community', 'communityId', 'order')],
    rule: 'ADMINONLY',
    schema: 1,
    retentionDays: null,
    fields: { name: 'L0', place: 'L0', access: 'L0' },
  },
  sessions: {
    indexes: [
      index('shelf', 'shelf', 'startsAt'),
      index('shelf_community', 'shelf', 'communityId', 'startsAt'),
      index('shelf_program', 'shelf', 'program', 'startsAt'),
      index('venue', 'venueId', 'startsAt'),
      index('course', 'courseId', 'shelf', 'startsAt'),
      index('host', 'hostId', 'shelf', 'startsAt'),
      index('mine', 'people', '-startsAt'),
      index('wake', 'wakeAt'),
    ],
    rule: 'ADMINONLY',
    schema: 1,
    retentionDays: null,
    fields: { title: 'L0', holders: 'L2', queue: 'L2', offers: 'L2', tries: 'L2', topics: 'L2' },
  },
  requests: {
    indexes: [
      index('mine', 'people', '-updatedAt'),
      index('helper', 'helperId', 'open', 'dueAt'),
      index('desk', 'desk', 'communityId', 'dueAt'),
      index('due', 'communityId', 'open', 'dueAt'),
      index('department', 'departmentId', 'open', 'dueAt'),
      index('wall', 'wall', 'wallOrder'),
      index('wake', 'wakeAt'),
      index('audio', 'audio.trace'),
    ],
    rule: 'ADMINONLY',
    schema: 1,
    retentionDays: null,
    fields: {
      text: 'L2',
      publicText: 'L0',
      'beneficiary.name': 'L2',
      'beneficiary.building': 'L2',
      'beneficiary.phone': 'L3',
      'beneficiary.door': 'L3',
      reads: 'L2',
    },
  },
} as const satisfies Readonly<Record<string, Collection>>;
