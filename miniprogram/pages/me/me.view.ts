import type { OutputOf } from '../../contract/actions';
import type { NextMatter } from '../../contract/people';
import { ROLES } from '../../contract/words';
import { communityWord } from '../../lib/community';
import { joined } from '../../lib/text';

export interface MeLook {
  /** One letter for the round picture; '' shows the icon of a person. */
  letter: string;
  name: string;
  /** 建国社区 · 居民 */
  line: string;
  sample: boolean;
  requests: string;
  seats: string;
  unread: string;
  desks: NextMatter[];
  /** Rights held, as a sentence: 网格员（建国社区北片）. */
  roles: string;
}

/** @param communityId chosen on this phone; what the profile says goes first. */
export function meLook(output: OutputOf<'me.get'>, communityId: string | null): MeLook {
  const { me, communities } = output;
  const id = me.communityId ?? communityId;
  const place = id === null ? '还没选社区' : communityWord(id, communities);
  return {
    letter: Array.from(me.name)[0] ?? '',
    name: me.name === '' ? '还没留称呼' : me.name,
    line: joined(place, me.roles.length === 0 ? '居民' : me.roles.map(({ role }) => ROLES[role]).join('、')),
    sample: me.sample,
    requests: output.openRequests === 0 ? '眼下没有' : `${output.openRequests} 件在办`,
    seats: output.seats === 0 ? '眼下没有' : `${output.seats} 节有座`,
    unread: me.unread === 0 ? '' : `${me.unread} 条没看`,
    desks: output.desks,
    roles: me.roles
      .map(({ role, place: where }) => (where === '' ? ROLES[role] : `${ROLES[role]}（${where}）`))
      .join('、'),
  };
}
