import { POSTS } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import { refuse } from '../../core/refusal';
import { id, oneOf } from '../../core/schemas';
import { COMMITTEE_ID, committees, newCommittee, posted } from './model';
import { committeeOf, membersOf } from './read';

export const committeeActions = [
  action({
    name: 'committee.get',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    run: (context) => committeeOf(context),
  }),
  action({
    name: 'committee.post',
    kind: 'write',
    input: v.strictObject({ id, post: oneOf(POSTS) }),
    allow: 'school.manage',
    async run(context, input) {
      const { now, rid } = context;
      const by = personId(context.caller);
      if (!(await membersOf(context)).some(({ _id }) => _id === input.id)) refuse('NOT_FOUND');
      const repository = context.repository(committees);
      if ((await repository.find(COMMITTEE_ID)) === null) await repository.create(newCommittee(now));
      await repository.change(COMMITTEE_ID, rid, (committee) => ({
        ...committee,
        posts: posted(committee, input.id, input.post),
        timeline: [...committee.timeline, { rid, at: now, by, command: 'post' }],
      }));
      return committeeOf(context);
    },
  }),
];
