import type { Nothing, Read, Write } from './kinds';
import type { VenueTier } from './words';

/** 资源共享、平台共建 (S7): whose teaching points and teachers they are, and who else may use them. */

export type ResourceKind = 'venue' | 'teacher';

export interface ResourceLine {
  kind: ResourceKind;
  id: string;
  /** `null`: the venue has no name yet. */
  name: string | null;
  /** Where a venue stands in 1+3+N, and whose community it serves: what tells two without a name apart. `null` of teachers. */
  tier: VenueTier | null;
  communityId: string | null;
  /** '' until the office has said. */
  ownerOrg: string;
  sharedWith: string[];
  version: number;
  sample: boolean;
}

export type SharingActions = {
  'resource.list': Read<Nothing, { items: ResourceLine[]; canShare: boolean }>;
  /** `version`: of what was read; another has written since ──► STALE. */
  'resource.share': Write<
    { kind: ResourceKind; id: string; version: number; ownerOrg: string; sharedWith: string[] },
    ResourceLine
  >;
};
