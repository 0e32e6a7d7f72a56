import type { ComplaintCommands, ComplaintState, ComplaintWords } from '@contract/complaint';
import { afterWorkdays, sayDay } from '../../core/calendar';
import { promise } from '../../core/effects';
import { explainMoment } from '../../core/explain-moment';
import { refuse } from '../../core/refusal';
import type { Settings } from '../../core/settings';
import { type AnyComplaintCommand, complaintMachine } from './machine';
import type { Complaint, ComplaintActor } from './model';

/** Decisions on a complaint; pure. */

export interface ComplaintStep {
  now: number;
  rid: string;
  /** Person id of staff; `voice` and `system` stand for nobody. */
  by: string;
  actors: ReadonlySet<ComplaintActor>;
  settings: Settings;
  invocation: string;
}

type Said = ComplaintWords & ComplaintCommands;

export type ComplaintOrder =
  | { [Command in keyof Said]: { command: Command } & Said[Command] }[keyof Said]
  // What only the clock does.
  | { command: 'escalate' | 'file' };

/** @throws NOT_NOW, NOT_ALLOWED: also to whom it is about */
export function decide(before: Complaint, order: ComplaintOrder, step: ComplaintStep): Complaint {
  const rule = complaintMachine.states[before.state].on[order.command] ?? refuse('NOT_NOW');
  const staff = step.actors.has('desk') || step.actors.has('auditor');
  if (!rule.by.some((actor) => step.actors.has(actor))) refuse('NOT_ALLOWED');
  if (staff && before.barred.includes(step.by)) refuse('NOT_ALLOWED');
  const moved: Complaint = { ...before, state: rule.to };
  const after = settled(
    order.command === 'answer' ? answered(moved, order.answer, step) : moved,
    before,
    step,
  );
  return told(noted(after, order.command, says(order, after, step), step), order.command, step);
}

function answered(complaint: Complaint, answer: string, step: ComplaintStep): Complaint {
  return { ...complaint, answer, answeredAt: step.now };
}

/** Whose turn it is, and until when it is promised. */
function settled(after: Complaint, before: Complaint, { now, settings }: ComplaintStep): Complaint {
  const anew = after.state === 'escalated' && before.state !== 'escalated';
  const promisedFor = anew ? afterWorkdays(now, settings.complaintWorkdays) : before.promisedFor;
  return { ...after, turn: turnOf(after.state), promisedFor: isOpen(after.state) ? promisedFor : null };
}

export function isOpen(state: ComplaintState): boolean {
  return state === 'received' || state === 'taken_up' || state === 'escalated';
}

export function turnOf(state: ComplaintState): Complaint['turn'] {
  if (state === 'escalated') return 'auditor';
  return isOpen(state) ? 'desk' : 'none';
}

/** Before the day that was promised: the words come late, and why is said first (story 4). `null` when nothing is due. */
export function explainsAt(complaint: Complaint, settings: Settings): number | null {
  const { state, promisedFor, explainedFor, createdAt } = complaint;
  if (!isOpen(state) || promisedFor === null || explainedFor === promisedFor) return null;
  return explainMoment(promisedFor, createdAt, settings);
}

export function explained(complaint: Complaint, step: ComplaintStep): Complaint {
  const { promisedFor, turn } = complaint;
  if (promisedFor === null) return complaint;
  const whose = turn === 'auditor' ? '监督的同志' : '社区';
  const words = `说好${sayDay(promisedFor, step.now)}前回您的，${whose}还没说准，给您赔个不是。没忘，说准了就告诉您`;
  return told(noted({ ...complaint, explainedFor: promisedFor }, 'explain', words, step), 'explain', step);
}

function says(order: ComplaintOrder, after: Complaint, { now }: ComplaintStep): string {
  const day = after.promisedFor === null ? '' : `，${sayDay(after.promisedFor, now)}前给您回话`;
  switch (order.command) {
    case 'take_up':
      return '有人在看了';
    case 'answer':
      return `给您的回话：${order.answer}`;
    case 'pass_up':
      return `转给监督的同志：${order.reason}${day}`;
    case 'escalate':
      return `没按时给您回话，给您赔个不是。转给监督的同志来办${day}`;
    case 'press':
      return `您说这样还不行${order.words === '' ? '' : `：${order.words}`}。转给监督的同志${day}`;
    case 'enough':
      return '您说听到了';
    case 'take_back':
      return '您收回了';
    case 'file':
      return '15 天没再说，收起来了。还有话，再说一句';
  }
}

export function noted(complaint: Complaint, command: string, words: string, step: ComplaintStep): Complaint {
  const mine = step.actors.has('voice');
  const who = mine ? '您' : step.actors.has('auditor') ? '监督' : '社区';
  const entry = { rid: step.rid, at: step.now, by: mine ? 'voice' : step.by, command, says: words, who };
  return { ...complaint, timeline: [...complaint.timeline, entry] };
}

const FROM_THEM: ReadonlySet<string> = new Set<AnyComplaintCommand>(['enough', 'press', 'take_back', 'file']);

/** Who gave a name hears of it; who did not asks with the code. */
function told(
  complaint: Complaint,
  command: AnyComplaintCommand | 'explain',
  step: ComplaintStep,
): Complaint {
  if (FROM_THEM.has(command)) return complaint;
  const text = complaint.timeline.at(-1)?.says ?? '';
  const effects = complaint.people.map((to) =>
    promise(
      `${complaint._id}:${step.rid}:${to}`,
      'notify',
      {
        to,
        template: 'progress',
        title: '您提的意见',
        text,
        link: `/packages/people/complaint/complaint?code=${complaint.code}`,
        urgent: false,
      },
      step.invocation,
      step.now,
    ),
  );
  return { ...complaint, effects: [...complaint.effects, ...effects] };
}
