import type { MeView, NextMatter, SpeakerView } from '@contract/people';
import type { Role } from '@contract/words';
import type { RoleGrant } from '../../core/permissions';
import type { Person } from '../person/model';
import { placeOf } from '../role/places';

export function meView(person: Person | null, grants: readonly RoleGrant[], unread: number): MeView {
  return { ...speakerView(person, grants), unread };
}

export function speakerView(person: Person | null, grants: readonly RoleGrant[]): SpeakerView {
  return {
    known: person !== null,
    name: person?.name ?? '',
    communityId: person?.communityId ?? null,
    elder: person?.elder ?? false,
    hasPhone: person?.phone != null,
    hasAddress: person !== null && (person.building !== '' || person.door !== null),
    // Pages name no grid here; 我的岗位 does, as the street calls it.
    roles: grants.map(({ role, scope }) => ({ role, place: placeOf(role, scope, new Map()) })),
    sample: person?.sample ?? false,
  };
}

/** A desk is the first card on 首页 for those who hold it. */
export interface DeskCount {
  triage: number;
  grid: number;
  hosting: number;
  /** Matters that this member has not signed yet (S26). */
  signing: number;
  /** Drafts that this reader can read next (S28). */
  reading: number;
}

export function deskCards(grants: readonly RoleGrant[], count: DeskCount): NextMatter[] {
  const has = (role: Role) => grants.some((grant) => grant.role === role);
  const cards: NextMatter[] = [];
  const desk = (title: string, sentence: string, link: string, action: string) =>
    cards.push({ kind: 'desk', title, sentence, tag: '', tone: 'frost', link, action });
  if (has('dispatcher'))
    desk(
      '受理台',
      count.triage === 0 ? '都分完了' : `${count.triage} 件等您分`,
      '/packages/office/triage/triage',
      '去分一分',
    );
  if (has('grid_worker') || has('liaison'))
    desk(
      '网格',
      count.grid === 0 ? '今天没有派给您的' : `手上 ${count.grid} 件`,
      '/packages/grid/board/board',
      '走这一趟',
    );
  if (has('host') || has('office'))
    desk(
      '班主任',
      count.hosting === 0 ? '这两天没有课' : `这两天 ${count.hosting} 节课`,
      '/packages/office/hosting/hosting',
      '去点名',
    );
  if (has('committee') && count.signing > 0)
    desk('校务委员会', `${count.signing} 件事等您签`, '/packages/academic/matters/matters', '去看看');
  if (count.reading > 0)
    desk('先审后见', `${count.reading} 稿等您看`, '/packages/academic/content/content', '去看看');
  return cards;
}
