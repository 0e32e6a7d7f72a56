import type { PrintedKind } from '@contract/paper';
import * as v from 'valibot';
import { action } from '../../core/action';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { revokeSlip, slipsOf } from './editions-read';
import { lessonSlipAction } from './lesson-actions';
import { lessonSlips } from './lesson-slips-read';
import { paperCode, readCode } from './model';
import { sheetFor } from './read';
import { targetOf } from './targets-read';

const KINDS = [
  'poster',
  'timetable',
  'wish',
  'complaint',
  'card',
  'door_note',
  'consent',
  'hand_over',
  'receipt',
  'roster',
  'round_table',
  'home_lesson',
] as const satisfies readonly PrintedKind[];

export const month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/));

const printedKind = v.picklist(KINDS);

export const paperActions = [
  action({
    name: 'paper.print',
    kind: 'write',
    input: v.strictObject({ kind: printedKind, id, month: v.nullable(month) }),
    allow: 'person',
    run: (context, { kind, ...wanted }) => sheetFor(context, kind, wanted),
  }),
  action({
    name: 'paper.read',
    kind: 'read',
    input: v.strictObject({ code: paperCode }),
    // A slip alone opens nothing: each target says who may know it.
    allow: 'anyone',
    run: (context, { code }) => targetOf(context, readCode(code) ?? refuse('CODE_WRONG')),
  }),
  action({
    name: 'paper.slips',
    kind: 'read',
    input: v.strictObject({ kind: printedKind, id }),
    allow: 'person',
    run: (context, { kind, id }) => slipsOf(context, kind, id),
  }),
  action({
    name: 'paper.lesson_slips',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'lesson.enter',
    run: async (context) => ({ items: await lessonSlips(context) }),
  }),
  action({
    name: 'paper.revoke',
    kind: 'write',
    contended: true,
    input: v.strictObject({ kind: printedKind, id, edition: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
    allow: 'person',
    run: revokeSlip,
  }),
  lessonSlipAction,
];
