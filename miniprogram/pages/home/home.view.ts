import type { OutputOf } from '../../contract/actions';
import type { CommunityView, NextMatter } from '../../contract/people';
import { communityChoices, communityWord } from '../../lib/community';
import { type SessionLine, sessionLine } from '../../lib/session-line';
import { steady } from '../../lib/text';
import { daysBetween } from '../../lib/time';

export interface HomeLook {
  /** 建国社区, or 选一下您住哪个社区. */
  community: string;
  /** Nobody has chosen: the question is a card of its own, which may be put away. */
  asksCommunity: boolean;
  communities: { value: string; title: string }[];
  desks: NextMatter[];
  matter: NextMatter | null;
  classesTitle: string;
  classes: SessionLine[];
}

export interface HomeKnown {
  /** Chosen on this phone, or said in the profile. */
  communityId: string | null;
  /** 先不选 was said before. */
  declined: boolean;
  elder: boolean;
}

const SHOWN = 2;

/** @param now by the server's clock, epoch ms. */
export function homeLook(output: OutputOf<'home.get'>, told: HomeKnown, now: number): HomeLook {
  const chosen = told.communityId ?? output.me.communityId;
  const coming = output.classes.slice(0, told.elder ? 1 : SHOWN);
  const near = coming.every(({ startsAt }) => daysBetween(now, startsAt) <= 1);
  return {
    community: communityName(output.communities, chosen),
    asksCommunity: chosen === null && !told.declined,
    communities: communityChoices(output.communities),
    desks: output.desks,
    matter: output.matter && { ...output.matter, sentence: steady(output.matter.sentence) },
    classesTitle: near ? '这两天的课' : '接下来的课',
    classes: coming.map((card) => sessionLine(card, now)),
  };
}

export function communityName(communities: readonly CommunityView[], chosen: string | null): string {
  if (chosen === null) return '选社区';
  return communityWord(chosen, communities);
}
