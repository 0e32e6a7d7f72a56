import * as v from 'valibot';
import { action } from '../../core/action';
import { can, personId } from '../../core/caller';
import { carryOut } from '../../core/effects';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { requests } from './definition';
import { filesVouched } from './file-check';
import { FILES } from './file-told';
import { viewOf } from './read';

/**
 * 等您过目: WeChat never said whether others may have a recording or a receipt, so whoever holds the desk of that
 * community looks and says so. No step of the machine: the matter goes on meanwhile.
 */
export const vouchActions = [
  action({
    name: 'request.vouch',
    kind: 'write',
    contended: true,
    input: v.strictObject({ id, file: v.picklist(FILES), fit: v.boolean() }),
    allow: 'request.triage',
    async run(context, { id: requestId, file, fit }) {
      const { now, rid, invocation } = context;
      const by = personId(context.caller);
      const repository = context.repository(requests);
      const { doc } = await repository.change(requestId, rid, (request) => {
        if (!can(context.caller, 'request.triage', request.communityId)) refuse('NOT_FOUND');
        return filesVouched(request, file, fit, { now, rid, by, invocation });
      });
      await carryOut(repository, doc, context.carrier);
      return viewOf(context, doc);
    },
  }),
];
