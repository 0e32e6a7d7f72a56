import type { Role, TEMPLATES } from './words';

/** A community of the street. `name: null` is a visible placeholder 待填写 (S15). */
export interface CommunityView {
  id: string;
  name: string | null;
  /** The counter's number and hours; `null` until the operator fills them in. */
  phone: string | null;
  hours: string | null;
}

/** How another person may be shown: 李** for staff and helpers, never a full name. */
export interface PersonLine {
  name: string;
  /** 网格员 · 党员 · 班主任 … */
  role: string;
  sample: boolean;
}

export interface MeView {
  /** False until the first thing a person does: looking around needs no account. */
  known: boolean;
  /** How we address this person, '' when they have not said. */
  name: string;
  communityId: string | null;
  /** By their own word: counts for the seats kept for elders (S51, workflows 2.9). */
  elder: boolean;
  /** A phone number is stored (the number itself is shown only by `me.phone`). */
  hasPhone: boolean;
  /** A building or a door is stored. */
  hasAddress: boolean;
  roles: { role: Role; place: string }[];
  unread: number;
  sample: boolean;
}

/** Who speaks: without what is counted for 我的. */
export type SpeakerView = Omit<MeView, 'unread'>;

export interface InboxItem {
  id: string;
  at: number;
  title: string;
  text: string;
  /** Page to open, `/packages/…`, or ''. */
  link: string;
  read: boolean;
}

/** Somebody whom no message reaches: the desk telephones (workflows 10.4). */
export interface Callback {
  /** One of the messages: names the person without naming them. */
  id: string;
  /** 张** ; '' when they have not said. */
  name: string;
  sample: boolean;
  hasPhone: boolean;
  /** What to tell them, oldest first. `link`: the desk's page of the matter, '' for anything else. */
  news: { id: string; at: number; title: string; text: string; link: string }[];
}

export type Template = keyof typeof TEMPLATES;

/** The one thing on 首页 that waits for this person next. */
export interface NextMatter {
  kind: 'request' | 'visit' | 'offer' | 'class' | 'desk';
  title: string;
  sentence: string;
  /** Word of the tag, '' for none. */
  tag: string;
  tone: 'pine' | 'millet' | 'red' | 'frost' | 'rust';
  link: string;
  action: string;
}
