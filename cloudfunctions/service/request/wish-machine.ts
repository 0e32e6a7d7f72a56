import type { WishState } from '@contract/request-states';
import type { Machine } from '../../core/machine';
import type { Actor } from './actors';
import type { AnyCommand } from './model';

const DESK = ['dispatcher'] as const;
const RESIDENT = ['resident'] as const;
const HELPER = ['helper'] as const;
const COMPANION = ['companion'] as const;
const WORD = ['resident', 'voice'] as const;

/** The desk's first look, the same for a wish whose text the content check could not clear. */
const firstLook = {
  publish: { to: 'open', by: DESK },
  ask: { to: 'need_info', by: DESK },
  decline: { to: 'declined', by: DESK },
  convert: { to: 'verifying', by: DESK },
  withdraw: { to: 'withdrawn', by: RESIDENT },
} as const;

/** 微心愿, workflows 2.1. `screening` is part of submitting; `draft` lives on the phone. */
export const wishMachine: Machine<WishState, AnyCommand, Actor> = {
  name: 'wish',
  initial: 'verifying',
  alsoInitial: ['manual_review'],
  terminal: ['closed', 'closed_unconfirmed', 'declined', 'withdrawn'],
  states: {
    manual_review: { on: firstLook },
    verifying: { on: firstLook },
    need_info: {
      on: {
        answer: { to: 'verifying', by: RESIDENT },
        withdraw: { to: 'withdrawn', by: RESIDENT },
        unanswered: { to: 'verifying', by: ['system'] },
      },
      timers: [{ name: 'wish.needInfo', does: 'unanswered' }],
    },
    open: {
      on: {
        claim: { to: 'claimed', by: ['claimer'] },
        withdraw: { to: 'withdrawn', by: RESIDENT },
        fall_back: { to: 'fallback', by: ['system'] },
      },
      timers: [{ name: 'wish.unclaimed', does: 'fall_back' }],
    },
    fallback: {
      on: {
        claim: { to: 'claimed', by: ['claimer'] },
        dispatch: { to: 'claimed', by: DESK },
        decline: { to: 'declined', by: DESK },
        withdraw: { to: 'withdrawn', by: RESIDENT },
      },
      timers: [{ name: 'wish.fallback', does: 'remind' }],
    },
    claimed: {
      on: {
        helper_gone: { to: 'fallback', by: ['system'] },
        contact: { to: 'in_progress', by: HELPER },
        team_up: { to: 'claimed', by: ['claimer'] },
        step_out: { to: 'claimed', by: COMPANION },
        release: { to: 'open', by: HELPER },
        withdraw: { to: 'withdrawn', by: RESIDENT },
        return: { to: 'open', by: ['system'] },
        approve: { to: 'claimed', by: ['approver'] },
      },
      timers: [
        { name: 'wish.firstContact', does: 'remind' },
        { name: 'wish.match', does: 'return' },
      ],
    },
    in_progress: {
      on: {
        helper_gone: { to: 'fallback', by: ['system'] },
        progress: { to: 'in_progress', by: HELPER },
        team_up: { to: 'in_progress', by: ['claimer'] },
        step_out: { to: 'in_progress', by: COMPANION },
        extend: { to: 'in_progress', by: HELPER },
        deliver: { to: 'delivered', by: HELPER },
        release: { to: 'open', by: HELPER },
        withdraw: { to: 'withdrawn', by: RESIDENT },
        approve: { to: 'in_progress', by: ['approver'] },
      },
    },
    delivered: {
      on: {
        confirm: { to: 'confirmed', by: WORD },
        reopen: { to: 'reopened', by: WORD },
        unconfirmed: { to: 'closed_unconfirmed', by: ['system'] },
      },
      timers: [{ name: 'wish.unconfirmed', does: 'unconfirmed' }],
    },
    confirmed: {
      on: {
        rate: { to: 'confirmed', by: RESIDENT },
        reopen: { to: 'reopened', by: WORD },
        file: { to: 'closed', by: ['system'] },
      },
      timers: [{ name: 'wish.rating', does: 'file' }],
    },
    reopened: {
      on: {
        dispatch: { to: 'claimed', by: DESK },
        publish: { to: 'open', by: DESK },
        withdraw: { to: 'withdrawn', by: RESIDENT },
      },
    },
    closed: { on: {} },
    closed_unconfirmed: { on: {} },
    declined: { on: {} },
    withdrawn: { on: {} },
  },
};
