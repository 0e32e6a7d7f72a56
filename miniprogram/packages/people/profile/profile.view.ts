import type { InputOf } from '../../../contract/actions';
import { LIMITS } from '../../../contract/limits';
import type { SpeakerView } from '../../../contract/people';
import { roomLeft } from '../../../lib/text';

/** What was changed and not stored yet; `null`: left as it is. The last three are never shown again once stored. */
export interface ProfileDraft {
  name: string | null;
  communityId: string | null;
  elder: boolean | null;
  phone: string;
  building: string;
  door: string;
}

export const UNTOUCHED: ProfileDraft = {
  name: null,
  communityId: null,
  elder: null,
  phone: '',
  building: '',
  door: '',
};

export interface ProfileForm {
  name: string;
  nameRoom: string;
  communityId: string;
  /** 'yes' | 'no' for the two answers. */
  elder: string;
  phone: string;
  phoneHint: string;
  building: string;
  door: string;
  changed: boolean;
}

/** @param communityId chosen on this phone, for whoever has not said it in the profile */
export function profileForm(me: SpeakerView, draft: ProfileDraft, communityId: string | null): ProfileForm {
  const name = draft.name ?? me.name;
  return {
    name,
    nameRoom: roomLeft(name, LIMITS.name),
    communityId: draft.communityId ?? me.communityId ?? communityId ?? '',
    elder: (draft.elder ?? me.elder) ? 'yes' : 'no',
    phone: draft.phone,
    phoneHint: me.hasPhone ? '存着一个，不换就空着' : '可以不留',
    building: draft.building,
    door: draft.door,
    changed: Object.keys(changesOf(me, draft)).length > 0,
  };
}

/** Only what differs goes up: what was not touched stays as it is. */
export function changesOf(me: SpeakerView, draft: ProfileDraft): InputOf<'me.update'> {
  const changes: InputOf<'me.update'> = {};
  if (draft.name !== null && draft.name.trim() !== me.name) changes.name = draft.name.trim();
  if (draft.communityId !== null && draft.communityId !== me.communityId)
    changes.communityId = draft.communityId;
  if (draft.elder !== null && draft.elder !== me.elder) changes.elder = draft.elder;
  if (draft.phone.trim() !== '') changes.phone = draft.phone.trim();
  if (draft.building.trim() !== '') changes.building = draft.building.trim();
  if (draft.door.trim() !== '') changes.door = draft.door.trim();
  return changes;
}

/** Where one lives and how one is rung are asked on their own, apart from everything else (rules 4.2). */
export function needsConsent(draft: ProfileDraft): boolean {
  return [draft.phone, draft.building, draft.door].some((text) => text.trim() !== '');
}
