import * as v from 'valibot';
import { id } from '../../core/schemas';
import { COMMUNITIES } from './list';

/** One of the communities that there are. */
export const communityId = v.pipe(
  id,
  v.check((value) => COMMUNITIES.some((one) => one.id === value)),
);
