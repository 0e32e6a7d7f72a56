import type { Nothing, Read, Write } from './kinds';
import type { PersonLine } from './people';

/**
 * 上门名片: what whoever comes to the door lets that household see beside their name (workflows 2.2: 给出代办员
 * 姓名、照片、联系电话). Both are given freely, each by itself, and taken back at any time; without a photo the
 * first character of the name stands in its place.
 */
export interface PortraitView {
  /** As households see it. */
  line: PersonLine;
  /** `null`: none. `waiting` for WeChat's check; `shown`: it has said yes, households see it. */
  picture: { url: string | null; waiting: boolean; shown: boolean } | null;
  /** Whoever asked for help may ring. */
  rings: boolean;
  /** A number is stored that could be rung. */
  hasPhone: boolean;
}

/** Of whoever comes, for the household alone. */
export interface VisitorView {
  /** Works for a short while, for this reader; `null` where none was given. */
  picture: string | null;
  /** The number comes through `request.reveal`, field `helper`. */
  rings: boolean;
}

export type PortraitActions = {
  'portrait.get': Read<Nothing, PortraitView>;
  /** A file in cloud storage that this very intention sent up. The one before is removed. */
  'portrait.put': Write<{ picture: string }, PortraitView>;
  'portrait.remove': Write<Nothing, PortraitView>;
  'portrait.ring': Write<{ rings: boolean }, PortraitView>;
};
