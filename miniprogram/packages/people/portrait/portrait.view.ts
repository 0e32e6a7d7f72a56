import type { PortraitView } from '../../../contract/portrait';

export interface PortraitLook {
  name: string;
  role: string;
  sample: boolean;
  picture: string;
  given: boolean;
  /** How it stands with the picture, in one sentence. */
  note: string;
  rings: 'yes' | 'no';
  /** Why nobody can ring yet; '' when they could. */
  ringNote: string;
  word: string;
}

export function portraitLook({ line, picture, rings, hasPhone }: PortraitView): PortraitLook {
  return {
    name: line.name,
    role: line.name === line.role ? '' : line.role,
    sample: line.sample,
    picture: picture?.url ?? '',
    given: picture !== null,
    note: noteOf(picture),
    rings: rings ? 'yes' : 'no',
    ringNote: hasPhone ? '' : '先存个电话',
    word: picture === null ? '放一张照片' : '换一张照片',
  };
}

function noteOf(picture: PortraitView['picture']): string {
  if (picture === null) return '没放照片，人家看到姓氏这个字，照样上门。';
  if (picture.waiting) return '照片在核对，过一会儿人家才看得到。';
  if (picture.shown) return '您去谁家，谁家就看得到这张。';
  return '微信一直没回话，这张人家还看不到。换一张再试，不放也照样上门。';
}
