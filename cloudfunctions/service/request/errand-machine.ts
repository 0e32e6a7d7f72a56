import type { ErrandState } from '@contract/request-states';
import type { Machine } from '../../core/machine';
import type { Actor } from './actors';
import type { AnyCommand } from './model';

const DESK = ['dispatcher'] as const;
const RESIDENT = ['resident'] as const;
const HELPER = ['helper'] as const;
const WORD = ['resident', 'voice'] as const;

/** 跑腿代办, workflows 2.2. `resumed` of the sketch is only a step back into `processing`. */
export const errandMachine: Machine<ErrandState, AnyCommand, Actor> = {
  name: 'errand',
  initial: 'submitted',
  terminal: ['closed', 'closed_unconfirmed', 'referred', 'withdrawn'],
  states: {
    submitted: {
      on: {
        dispatch: { to: 'accepted', by: DESK },
        ask: { to: 'need_info', by: DESK },
        refer: { to: 'referred', by: DESK },
        convert: { to: 'submitted', by: DESK },
        withdraw: { to: 'withdrawn', by: RESIDENT },
      },
    },
    need_info: {
      on: {
        answer: { to: 'submitted', by: RESIDENT },
        withdraw: { to: 'withdrawn', by: RESIDENT },
        unanswered: { to: 'submitted', by: ['system'] },
      },
      timers: [{ name: 'errand.needInfo', does: 'unanswered' }],
    },
    accepted: {
      on: {
        helper_gone: { to: 'submitted', by: ['system'] },
        start: { to: 'processing', by: HELPER },
        // 口头/按键/纸质: the resident's own button, or what the helper was told (workflows 2.2).
        entrust: { to: 'entrusted', by: ['helper', 'resident'] },
        bounce: { to: 'submitted', by: HELPER },
        approve: { to: 'accepted', by: ['approver'] },
        refer: { to: 'referred', by: DESK },
        withdraw: { to: 'withdrawn', by: RESIDENT },
      },
    },
    entrusted: {
      on: {
        helper_gone: { to: 'submitted', by: ['system'] },
        start: { to: 'processing', by: HELPER },
        take_papers: { to: 'materials_in', by: HELPER },
        approve: { to: 'entrusted', by: ['approver'] },
        terminate: { to: 'terminated', by: ['helper', 'dispatcher', 'resident'] },
      },
    },
    materials_in: {
      on: {
        helper_gone: { to: 'submitted', by: ['system'] },
        approve: { to: 'materials_in', by: ['approver'] },
        start: { to: 'processing', by: HELPER },
        terminate: { to: 'terminated', by: ['helper', 'dispatcher', 'resident'] },
      },
    },
    processing: {
      on: {
        helper_gone: { to: 'submitted', by: ['system'] },
        progress: { to: 'processing', by: HELPER },
        complete: { to: 'done', by: HELPER },
        hold: { to: 'on_hold', by: HELPER },
        approve: { to: 'processing', by: ['approver'] },
        terminate: { to: 'terminated', by: ['helper', 'dispatcher', 'resident'] },
      },
    },
    on_hold: {
      on: {
        helper_gone: { to: 'submitted', by: ['system'] },
        hold: { to: 'on_hold', by: HELPER },
        resume: { to: 'processing', by: HELPER },
        terminate: { to: 'terminated', by: ['helper', 'dispatcher', 'resident'] },
      },
      timers: [{ name: 'errand.hold', does: 'remind' }],
    },
    terminated: {
      on: {
        helper_gone: { to: 'terminated', by: ['system'] },
        resume: { to: 'processing', by: ['helper', 'dispatcher'] },
        file: { to: 'closed', by: ['system'] },
      },
      timers: [{ name: 'errand.terminated', does: 'file' }],
    },
    done: {
      on: { hand_back: { to: 'returned', by: HELPER }, helper_gone: { to: 'submitted', by: ['system'] } },
    },
    returned: {
      on: {
        confirm: { to: 'confirmed', by: WORD },
        reopen: { to: 'reopened', by: WORD },
        unconfirmed: { to: 'closed_unconfirmed', by: ['system'] },
      },
      timers: [{ name: 'errand.unconfirmed', does: 'unconfirmed' }],
    },
    confirmed: {
      on: {
        rate: { to: 'confirmed', by: RESIDENT },
        reopen: { to: 'reopened', by: WORD },
        file: { to: 'closed', by: ['system'] },
      },
      timers: [{ name: 'errand.rating', does: 'file' }],
    },
    reopened: {
      on: {
        dispatch: { to: 'accepted', by: DESK },
        refer: { to: 'referred', by: DESK },
        withdraw: { to: 'withdrawn', by: RESIDENT },
      },
    },
    closed: { on: {} },
    closed_unconfirmed: { on: {} },
    referred: { on: {} },
    withdrawn: { on: {} },
  },
};
