import type { AggregateDefinition, TimerContext } from '../../core/aggregate';
import { rectifyDue, rectifyTimer } from '../rating/rectify';
import { decide } from './decide';
import { explained, explainsAt } from './explain';
import { filesDue, filesDueAt } from './file-check';
import { MACHINES } from './machines';
import { masked, masksAt } from './mask';
import type { ServiceRequest, SystemCommand } from './model';
import { reminder, tellDesk } from './notices';
import type { RequestStep } from './step';
import { timersOf } from './timers';

export const requests: AggregateDefinition<ServiceRequest> = {
  collection: 'requests',
  schema: 2,
  /** 2: `maskedAt`. */
  upgrade: (stored) => ({ ...stored, maskedAt: null }),
  nextTimer(request, settings) {
    const times = [
      timersOf(request, settings)[0]?.at ?? null,
      masksAt(request, settings),
      explainsAt(request, settings),
      rectifyTimer(request, settings),
      filesDueAt(request, settings),
    ];
    const due = times.filter((time) => time !== null);
    return due.length === 0 ? null : Math.min(...due);
  },
  onTimer(request, context) {
    const asked = filesDue(request, context);
    const fired = rectifyDue(explainDue(fireTimers(explainDue(asked, context), context), context), context);
    const at = masksAt(fired, context.settings);
    return at !== null && at <= context.now ? masked(fired, context) : fired;
  },
};

/** Everything that is due, one timer after the other: a reminder stays in its state, a command leaves it. */
function fireTimers(request: ServiceRequest, context: TimerContext): ServiceRequest {
  let next = request;
  for (
    let [timer] = timersOf(next, context.settings);
    timer && timer.at <= context.now;
    [timer] = timersOf(next, context.settings)
  ) {
    const done = { ...next, timersDone: [...next.timersDone, timer.name] };
    next =
      timer.does === 'remind'
        ? remindOnce(done, timer.name, context)
        : decide(done, systemCommand(done, timer.does), {}, systemStep(timer.name, context));
  }
  return next;
}

/** Before the promise is broken, and before whatever else is due at the same time. */
function explainDue(request: ServiceRequest, context: TimerContext): ServiceRequest {
  const at = explainsAt(request, context.settings);
  return at !== null && at <= context.now
    ? explained(request, { ...context, rid: `${context.rid}:explain:${at}` })
    : request;
}

function remindOnce(request: ServiceRequest, timer: string, context: TimerContext): ServiceRequest {
  return {
    ...request,
    effects: [
      ...request.effects,
      ...reminder(request, timer, context.invocation, context.now),
      ...(request.state === 'fallback'
        ? [tellDesk(request, timer, '7 天到了还没定下谁来办，心愿不能没下文', context)]
        : []),
    ],
  };
}

function systemCommand(request: ServiceRequest, does: string): SystemCommand {
  switch (does) {
    case 'unanswered':
    case 'fall_back':
    case 'return':
    case 'unconfirmed':
    case 'file':
    case 'helper_gone':
      return does;
    default:
      throw new Error(`${MACHINES[request.kind].name}: no system command ${does}`);
  }
}

function systemStep(timer: string, { now, rid, settings, invocation }: TimerContext): RequestStep {
  const who = { name: '社区', role: '社区', sample: false };
  return {
    now,
    rid: `${rid}:${timer}`,
    by: 'system',
    who,
    actors: new Set(['system']),
    settings,
    invocation,
    occurredAt: null,
  };
}
