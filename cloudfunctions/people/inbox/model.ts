import type { Template } from '@contract/people';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';

/** A message in the inbox: the truth; WeChat's subscription message is only its knock. */
export interface Message extends Aggregate {
  personId: string;
  title: string;
  text: string;
  link: string;
  template: Template;
  readAt: number | null;
  /** Goes through in the quiet hours, and beyond the day's most. */
  urgent: boolean;
  /** Never takes the last knock that this person allowed. Absent: it may. */
  keepsLast?: boolean;
  /**
   * Community whose desk should telephone, because nothing on the phone reaches this person
   * (workflows 10.4: 订阅 → 站内信 → 电话待办); `null` when nobody has to.
   */
  callback: string | null;
  /** `waiting` until quiet hours end; `trying` is written before WeChat is asked, so it is asked once. */
  push: { state: 'waiting' | 'trying' | 'sent' | 'refused' | 'none' | 'lost'; at: number };
}

export const messages: AggregateDefinition<Message> = {
  collection: 'inbox',
  schema: 2,
  upgrade: (doc) => ({ ...doc, urgent: doc.urgent ?? false, callback: doc.callback ?? null }),
  nextTimer: (doc) => (doc.push.state === 'waiting' ? doc.push.at : null),
  // Sending is not pure: `sweep` hands due messages to `knock`.
  onTimer: (doc) => doc,
};
