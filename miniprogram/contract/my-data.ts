import type { Nothing, Read, Write } from './kinds';
import type { PersonLine } from './people';
import type { CONSENTS } from './words';

/** One kind of thing that is kept about me. */
export interface KeptView {
  key: string;
  title: string;
  /** What it is at this moment, in words that show no number or doorplate; '' where nothing is kept. */
  value: string;
  why: string;
  /** How long. */
  until: string;
}

/** Somebody looked at my telephone or doorplate, or opened my household card. */
export interface ReadView {
  at: number;
  who: PersonLine;
  /**
   * `caller`: looked up by the number that they rang from. `callback`: their number opened to tell them news
   * by telephone. `danger`: number and door opened after a cry for help. `helper`: rung by a household
   * that one goes to. `rights`: the number opened to ring back about a right asked for by telephone. `copy`: all of
   * it, read to me or handed to me because I asked so.
   */
  field:
    | 'phone'
    | 'door'
    | 'pickup'
    | 'card'
    | 'caller'
    | 'callback'
    | 'danger'
    | 'helper'
    | 'rights'
    | 'copy';
  /** The matter for which; '' for a card. */
  title: string;
  requestId: string | null;
}

export type Consent = keyof typeof CONSENTS;

export interface MyDataView {
  kept: KeptView[];
  /** Newest first. */
  reads: ReadView[];
  /** Given, and can be taken back. */
  consents: Consent[];
  openRequests: number;
  /** Asked for and not yet due; `null` otherwise. */
  erasure: { askedAt: number; dueAt: number } | null;
}

/** Everything about me, as a file for a machine and as lines for a person. */
export interface ExportView {
  json: string;
  page: { title: string; lines: string[] }[];
}

export type MyDataActions = {
  'data.get': Read<Nothing, MyDataView>;
  'data.export': Read<Nothing, ExportView>;
  'data.withdraw': Write<{ consent: Consent }, MyDataView>;
  /** 注销, by a deadline of 15 working days. OPEN_MATTERS until the person has read what becomes of them. */
  'data.erase': Write<{ understood: boolean }, MyDataView>;
  /** 不注销了, until the deadline. */
  'data.keep': Write<{ wanted: true }, MyDataView>;
};
