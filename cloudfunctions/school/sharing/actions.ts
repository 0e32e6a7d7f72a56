import { LIMITS } from '@contract/limits';
import type { ResourceLine } from '@contract/sharing';
import * as v from 'valibot';
import { type Act, asRead, noted } from '../../core/act';
import { action } from '../../core/action';
import { can, personId } from '../../core/caller';
import { id, lines, text, version } from '../../core/schemas';
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
  version: venue.version,
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
  version: teacher.version,
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
      version,
      ownerOrg: text(LIMITS.place),
      sharedWith: lines,
    }),
    allow: 'school.manage',
    async run(context, { kind, id: resource, version: read, ...said }) {
      const { now, rid, caller, repository } = context;
      await screened(context, [said.ownerOrg, ...said.sharedWith].join(' ').trim(), 'ownerOrg');
      const step: Act = { rid, now, by: personId(caller) };
      if (kind === 'venue') {
        const { doc } = await repository(venues).change(resource, rid, (venue) =>
          noted({ ...asRead(venue, read), ...said }, step, 'share'),
        );
        return ofVenue(doc);
      }
      const { doc } = await repository(teachers).change(resource, rid, (teacher) =>
        noted({ ...asRead(teacher, read), ...said }, step, 'share'),
      );
      return ofTeacher(doc);
    },
  }),
];
