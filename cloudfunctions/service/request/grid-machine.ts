import type { GridState } from '@contract/request-states';
import type { Machine } from '../../core/machine';
import type { Actor } from './actors';
import type { AnyCommand } from './model';

const DESK = ['dispatcher'] as const;
const RESIDENT = ['resident'] as const;
const HELPER = ['helper'] as const;
const WORD = ['resident', 'voice'] as const;

/** 网格事件, workflows 2.3. `triaged` is the act of dispatching; `verifying` is the desk's check in `handled`. */
export const gridMachine: Machine<GridState, AnyCommand, Actor> = {
  name: 'grid',
  initial: 'reported',
  terminal: ['closed', 'closed_unconfirmed', 'merged', 'referred', 'withdrawn'],
  states: {
    reported: {
      on: {
        dispatch: { to: 'dispatched', by: DESK },
        ask: { to: 'need_info', by: DESK },
        merge: { to: 'merged', by: DESK },
        refer: { to: 'referred', by: DESK },
        convert: { to: 'reported', by: DESK },
        withdraw: { to: 'withdrawn', by: RESIDENT },
      },
    },
    need_info: {
      on: {
        answer: { to: 'reported', by: RESIDENT },
        withdraw: { to: 'withdrawn', by: RESIDENT },
        unanswered: { to: 'reported', by: ['system'] },
      },
      timers: [{ name: 'grid.needInfo', does: 'unanswered' }],
    },
    dispatched: {
      on: {
        helper_gone: { to: 'bounced', by: ['system'] },
        accept: { to: 'accepted', by: HELPER },
        bounce: { to: 'bounced', by: HELPER },
        withdraw: { to: 'withdrawn', by: RESIDENT },
        approve: { to: 'dispatched', by: ['approver'] },
      },
      timers: [{ name: 'grid.accept', does: 'remind' }],
    },
    bounced: {
      on: {
        dispatch: { to: 'dispatched', by: DESK },
        merge: { to: 'merged', by: DESK },
        refer: { to: 'referred', by: DESK },
        ask: { to: 'need_info', by: DESK },
        withdraw: { to: 'withdrawn', by: RESIDENT },
      },
    },
    accepted: {
      on: {
        helper_gone: { to: 'bounced', by: ['system'] },
        approve: { to: 'accepted', by: ['approver'] },
        start: { to: 'handling', by: HELPER },
        bounce: { to: 'bounced', by: HELPER },
        withdraw: { to: 'withdrawn', by: RESIDENT },
      },
    },
    handling: {
      on: {
        helper_gone: { to: 'bounced', by: ['system'] },
        approve: { to: 'handling', by: ['approver'] },
        progress: { to: 'handling', by: HELPER },
        complete: { to: 'handled', by: HELPER },
        whistle: { to: 'blown', by: HELPER },
        hold: { to: 'on_hold', by: HELPER },
        withdraw: { to: 'withdrawn', by: RESIDENT },
      },
    },
    blown: {
      on: {
        join: { to: 'dept_joined', by: ['liaison'] },
        resume: { to: 'handling', by: HELPER },
        helper_gone: { to: 'bounced', by: ['system'] },
      },
      timers: [{ name: 'grid.whistle', does: 'remind' }],
    },
    dept_joined: {
      on: {
        helper_gone: { to: 'bounced', by: ['system'] },
        progress: { to: 'dept_joined', by: ['liaison', 'helper'] },
        complete: { to: 'handled', by: HELPER },
        resume: { to: 'handling', by: HELPER },
      },
    },
    on_hold: {
      on: {
        hold: { to: 'on_hold', by: HELPER },
        resume: { to: 'handling', by: HELPER },
        pend: { to: 'pending_long', by: DESK },
        helper_gone: { to: 'bounced', by: ['system'] },
      },
      timers: [{ name: 'grid.hold', does: 'remind' }],
    },
    pending_long: {
      on: {
        resume: { to: 'handling', by: ['helper', 'dispatcher'] },
        close: { to: 'closed', by: DESK },
        helper_gone: { to: 'bounced', by: ['system'] },
      },
      timers: [{ name: 'grid.review', does: 'remind' }],
    },
    handled: {
      on: {
        pass: { to: 'awaiting', by: DESK },
        send_back: { to: 'handling', by: DESK },
        helper_gone: { to: 'handled', by: ['system'] },
      },
    },
    awaiting: {
      on: {
        confirm: { to: 'confirmed', by: WORD },
        reopen: { to: 'reopened', by: WORD },
        unconfirmed: { to: 'closed_unconfirmed', by: ['system'] },
      },
      timers: [{ name: 'grid.unconfirmed', does: 'unconfirmed' }],
    },
    confirmed: {
      on: {
        rate: { to: 'confirmed', by: RESIDENT },
        reopen: { to: 'reopened', by: WORD },
        file: { to: 'closed', by: ['system'] },
      },
      timers: [{ name: 'grid.rating', does: 'file' }],
    },
    reopened: {
      on: {
        dispatch: { to: 'dispatched', by: DESK },
        refer: { to: 'referred', by: DESK },
        withdraw: { to: 'withdrawn', by: RESIDENT },
      },
    },
    closed: { on: {} },
    closed_unconfirmed: { on: {} },
    merged: { on: {} },
    referred: { on: {} },
    withdrawn: { on: {} },
  },
};
