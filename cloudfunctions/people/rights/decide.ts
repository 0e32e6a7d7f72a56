import type { Consent } from '@contract/my-data';
import { CONSENTS } from '@contract/words';
import type { Effect } from '../../core/aggregate';
import { promise } from '../../core/effects';
import { refuse } from '../../core/refusal';
import { withdrawn } from '../my-data/kept';
import type { Person } from '../person/model';
import type { AskedRight } from './model';

/**
 * Rights by telephone (rules.md 4.2): one of the staff takes down what was asked, a second one rings back and does
 * it. Nobody is erased, and no number changed, by one person who says that somebody rang. Pure.
 */
export interface RightsStep {
  now: number;
  rid: string;
  by: string;
  invocation: string;
}

const DESK = '/packages/admin/rights/rights';

/** @throws STALE while another one waits */
export function takenDown(person: Person, asked: AskedRight, step: RightsStep): Person {
  if (person.asked != null || person.erasedAt !== null) refuse('STALE');
  const data = {
    communityId: asked.communityId,
    title: '有人打电话要行使权利',
    text: '给他回个电话，核实了再办',
    link: DESK,
  };
  const effect = promise(`${person._id}:${step.rid}:asked`, 'tell_desk', data, step.invocation, step.now);
  return {
    ...person,
    asked,
    timeline: [...person.timeline, { rid: step.rid, at: step.now, by: step.by, command: 'ask_right' }],
    effects: [...person.effects, effect],
  };
}

interface Opened {
  value: string;
  seal(plain: string): string;
  index(plain: string): string;
  erasureDueAt: number;
}

/** @throws NOT_NOW when nothing waits, AWARD_OWN_HAND for who took it down */
export function settled(person: Person, agreed: boolean, opened: Opened, step: RightsStep): Person {
  const { asked } = person;
  if (asked == null) return refuse('NOT_NOW');
  if (asked.by === step.by) return refuse('AWARD_OWN_HAND');
  const done = agreed ? carriedOut(person, asked, opened, step) : person;
  const command = agreed ? commandOf(asked) : 'refuse_right';
  return {
    ...done,
    asked: null,
    timeline: [...done.timeline, { rid: step.rid, at: step.now, by: step.by, command }],
    effects: [...done.effects, notice(person._id, agreed, asked.right, step)],
  };
}

/** The log says which consent went, so that what follows from it can be done again after a crash. */
function commandOf({ right, consent }: AskedRight): string {
  return right === 'withdraw' ? `${WITHDREW}${consent ?? ''}` : `right_${right}`;
}

const WITHDREW = 'right_withdraw_';
// The keys of the closed list are its values.
const ALL = Object.keys(CONSENTS) as Consent[];

/** Of a command in the log; `undefined` for any other. */
export const withdrewIn = (command: string): Consent | undefined =>
  ALL.find((consent) => command === `${WITHDREW}${consent}`);

function carriedOut(person: Person, asked: AskedRight, opened: Opened, step: RightsStep): Person {
  switch (asked.right) {
    case 'copy':
      return person;
    case 'keep':
      return { ...person, erasure: null };
    case 'erase':
      return { ...person, erasure: person.erasure ?? { askedAt: asked.at, dueAt: opened.erasureDueAt } };
    case 'withdraw':
      return asked.consent === undefined ? person : withdrawn(person, asked.consent, step);
    case 'correct':
      return corrected(person, asked.field, opened);
  }
}

function corrected(person: Person, field: AskedRight['field'], { value, seal, index }: Opened): Person {
  const sealed = value === '' ? null : seal(value);
  switch (field) {
    case 'name':
      return { ...person, name: value };
    case 'building':
      return { ...person, building: value };
    case 'door':
      return { ...person, door: sealed };
    case 'phone':
      return { ...person, phone: sealed, phoneIndex: value === '' ? null : index(value) };
    case undefined:
      return person;
  }
}

const SAID: Readonly<Record<AskedRight['right'], string>> = {
  copy: '抄了一份您的数据给您',
  correct: '改了您存的内容',
  withdraw: '撤回了您的一样同意',
  erase: '登记了注销，15 个工作日内办完',
  keep: '不注销了',
};

/** Whoever did not ring hears of it in time to stop it. */
function notice(to: string, agreed: boolean, right: AskedRight['right'], step: RightsStep): Effect {
  const title = agreed ? '照您电话里说的办了' : '电话里说的事没办';
  const text = agreed
    ? `${SAID[right]}。不是您打的电话，马上告诉社区`
    : '没核实上，所以没办。要办，再打一次电话';
  const data = {
    to,
    template: 'progress',
    title,
    text,
    link: '/packages/people/my-data/my-data',
    urgent: false,
  };
  return promise(`${to}:${step.rid}:told`, 'notify', data, step.invocation, step.now);
}
