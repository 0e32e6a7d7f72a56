import * as v from 'valibot';
import { action } from '../../core/action';
import { attach } from '../../core/attach';
import { filesGone } from '../../core/attachment';
import { carryOut } from '../../core/effects';
import { isOwnFile } from '../../core/own-file';
import { refuse } from '../../core/refusal';
import { id, storedFile } from '../../core/schemas';
import { actorsOf } from './actors';
import { requests } from './definition';
import { withFile } from './file-check';
import { viewOf } from './read';

/**
 * 小票照片 (workflows 2.2): who went shopping may add one, and nothing waits for it. It is no step of the machine:
 * it changes nothing for whoever asked, may be replaced and taken away, and goes when the matter is masked.
 */
export const receiptActions = [
  action({
    name: 'request.receipt',
    kind: 'write',
    input: v.strictObject({ id, picture: v.nullable(storedFile) }),
    allow: 'request.work',
    async run(context, { id: requestId, picture }) {
      const { now, rid, invocation } = context;
      if (picture !== null && !isOwnFile('receipts', picture, rid))
        refuse('INVALID_INPUT', { field: 'picture' });
      const repository = context.repository(requests);
      const before = await repository.load(requestId);
      if (!actorsOf(before, context.caller, null).has('helper')) refuse('NOT_FOUND');
      const again = before.receipt?.fileId === picture;
      const receipt =
        picture === null || again ? null : await attach(context, context.caller, 'image', picture);
      const { doc } = await repository.change(requestId, rid, (request) => {
        if (!actorsOf(request, context.caller, null).has('helper')) refuse('NOT_FOUND');
        if (!request.open || request.shopping == null || request.state === 'dispatched') refuse('NOT_NOW');
        if (request.receipt?.fileId === picture) return request;
        const old = request.receipt == null ? [] : [request.receipt.fileId];
        const gone = old.length === 0 ? [] : [filesGone(`${requestId}:${rid}`, old, { now, invocation })];
        return { ...withFile(request, 'receipt', receipt), effects: [...request.effects, ...gone] };
      });
      await carryOut(repository, doc, context.carrier);
      return viewOf(context, doc);
    },
  }),
];
