import { load } from '../../../api/cache';
import { Refused, Unreachable } from '../../../api/failures';
import type { BondView } from '../../../contract/family';
import type { Role } from '../../../contract/words';
import { rememberCommunities } from '../../../device/counter';
import type { Composer } from '../lib/composer';
import { isSaid } from '../said/said';

/** What the server knows of whoever speaks, so that it is not asked twice (rules G5). */
export interface Known {
  hasPhone: boolean;
  roles: readonly Role[];
  elders: readonly BondView[];
}

/** Until `me.speaker` has answered. */
export const STRANGER: Known = { hasPhone: false, roles: [], elders: [] };

/** Their own community goes into the draft. @returns null where the server cannot be asked: it is asked for here, then. */
export async function meet({ draft }: Composer): Promise<Known | null> {
  try {
    const { output } = await load('me.speaker', {});
    const { me, elders, communities } = output;
    rememberCommunities(communities);
    const said = draft.read();
    // Not when it was handed in meanwhile: there is no draft any more.
    if (me.communityId !== null && isSaid(said) && said.communityId === '')
      draft.keep({ communityId: me.communityId });
    return { hasPhone: me.hasPhone, roles: me.roles.map(({ role }) => role), elders };
  } catch (failure) {
    if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    return null;
  }
}
