import { CAMPAIGNS } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { can } from '../../core/caller';
import { refuse } from '../../core/refusal';
import { id, oneOf } from '../../core/schemas';
import { requests } from './definition';
import { viewOf } from './read';

/** A tag, and no command: it changes nothing for whoever asked, and may come at any time. */
export const tag = action({
  name: 'request.tag',
  kind: 'write',
  input: v.strictObject({ id, campaign: v.nullable(oneOf(CAMPAIGNS)) }),
  allow: 'request.triage',
  async run(context, { id: one, campaign }) {
    const { doc } = await context.repository(requests).change(one, context.rid, (before) => {
      if (!can(context.caller, 'request.triage', before.communityId)) refuse('NOT_FOUND');
      return { ...before, campaign };
    });
    return viewOf(context, doc);
  },
});
