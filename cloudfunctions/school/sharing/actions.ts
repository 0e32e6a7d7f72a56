import { LIMITS } from '@contract/limits';
import type { ResourceLine } from '@contract/sharing';
import * as v from 'valibot';
import { action } from '../../core/action';
import { can, personId } from '../../core/caller';
import { id, lines, text } from '../../core/schemas';
import { screened } from '../../core/screening';
import { type Teacher, teachers } from '../faculty/model';
import { faculty } from '../faculty/read';
import { type Venue, venues } from '../venue/model';

const ofVenue = (venue: Venue): ResourceLine => ({
  kind: 'venue',
  id: venue._id,
  name: venue.alias ?? venue.name,
  tier: venue.tier,
  communityId: venue.communityId,
  ownerOrg: venue.ownerOrg ?? '',
  sharedWith: venue.sharedWith ?? [],
  sample: venue.sample,
});

const ofTeacher = (teacher: Teacher): ResourceLine => ({
  kind: 'teacher',
  id: teacher._id,
  name: teacher.name,
  tier: null,
  communityId: null,
  ownerOrg: teacher.ownerOrg ?? '',
  sharedWith: teacher.sharedWith ?? [],
  sample: teacher.sample,
});

export const sharingActions = [
  action({
    name: 'resource.list',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'school.records',
    async run(context) {
      const [places, people] = await Promise.all([
        context.repository(venues).list({
          where: { order: context.database.command.gte(0) },
          order: [['order', 'asc']],
          limit: 100,
        }),
        faculty(context),
      ]);
      return {
        items: [...places.map(ofVenue), ...people.map(ofTeacher)],
        canShare: can(context.caller, 'school.manage'),
      };
    },
  }),
  action({
    name: 'resource.share',
    kind: 'write',
    input: v.strictObject({
      kind: v.picklist(['venue', 'teacher']),
      id,
      ownerOrg: text(LIMITS.place),
      sharedWith: lines,
    }),
    allow: 'school.manage',
    async run(context, { kind, id: resource, ownerOrg, sharedWith }) {
      await screened(context, [ownerOrg, ...sharedWith].join(' ').trim(), 'ownerOrg');
      const { now, rid } = context;
      const entry = { rid, at: now, by: personId(context.caller), command: 'share' };
      const said = { ownerOrg, sharedWith };
      if (kind === 'venue') {
        const { doc } = await context
          .repository(venues)
          .change(resource, rid, (one) => ({ ...one, ...said, timeline: [...one.timeline, entry] }));
        return ofVenue(doc);
      }
      const { doc } = await context
        .repository(teachers)
        .change(resource, rid, (one) => ({ ...one, ...said, timeline: [...one.timeline, entry] }));
      return ofTeacher(doc);
    },
  }),
];
