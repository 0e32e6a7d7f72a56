import { Cron } from 'croner';
import type { ClockListener } from '../clock';
import { CloudError } from '../errors';
import type { FunctionDeclaration, TimerTrigger } from '../types';

/** The platform delivers an asynchronous event again after a minute, at most twice. See the README. */
const REDELIVERIES = 2;
const REDELIVERY_AFTER_MS = 60_000;
/** What `setTimeout` can wait at most. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

type Deliver = (functionName: string, event: string) => Promise<string>;

interface Scheduled {
  functionName: string;
  trigger: TimerTrigger;
  cron: Cron;
  nextAt: number;
}

interface Redelivery {
  at: number;
  functionName: string;
  event: string;
  left: number;
}

/** The timer triggers of all functions against the cloud's clock. */
export class Timers implements ClockListener {
  readonly #deliver: Deliver;
  readonly #now: () => number;
  #schedule: Scheduled[] = [];
  #redeliveries: Redelivery[] = [];
  #alarm: NodeJS.Timeout | undefined;
  #live = false;

  constructor(deliver: Deliver, now: () => number) {
    this.#deliver = deliver;
    this.#now = now;
  }

  /** @throws CloudError INVALID_PARAM for a schedule that the platform would not take. */
  deploy(functions: FunctionDeclaration[]): void {
    const now = this.#now();
    this.#schedule = functions.flatMap(({ name, triggers }) =>
      triggers.map((trigger) => {
        const cron = parse(trigger);
        return { functionName: name, trigger, cron, nextAt: next(cron, now) };
      }),
    );
    this.#redeliveries = [];
    this.#arm();
  }

  /** From now on timers run by themselves as time passes. */
  run(): void {
    this.#live = true;
    this.#arm();
  }

  /** Nothing is due any more, not even for a clock that is being moved. */
  stop(): void {
    this.#live = false;
    this.#schedule = [];
    this.#redeliveries = [];
    clearTimeout(this.#alarm);
  }

  describe(): { function: string; trigger: string; cron: string; nextAt: number }[] {
    return this.#schedule.map(({ functionName, trigger, nextAt }) => ({
      function: functionName,
      trigger: trigger.name,
      cron: trigger.cron,
      nextAt,
    }));
  }

  nextDue(): number | undefined {
    const earliest = Math.min(
      ...this.#schedule.map(({ nextAt }) => nextAt),
      ...this.#redeliveries.map(({ at }) => at),
    );
    return Number.isFinite(earliest) ? earliest : undefined;
  }

  async runDue(now: number): Promise<void> {
    const again = this.#redeliveries.filter(({ at }) => at <= now);
    this.#redeliveries = this.#redeliveries.filter(({ at }) => at > now);
    const due = this.#schedule.filter(({ nextAt }) => nextAt <= now);
    const firings = due.map((scheduled) => {
      const at = scheduled.nextAt;
      scheduled.nextAt = next(scheduled.cron, now);
      const event = timerEvent(scheduled.trigger, at);
      return { at, functionName: scheduled.functionName, event, left: REDELIVERIES };
    });
    for (const firing of [...again, ...firings].sort((one, other) => one.at - other.at)) {
      // The failure is in the function's log, and the platform's answer to it is to deliver again.
      await this.#fire(firing).catch(() => undefined);
    }
    this.#arm();
  }

  jumped(now: number): void {
    for (const scheduled of this.#schedule) scheduled.nextAt = next(scheduled.cron, now);
    this.#redeliveries = [];
    this.#arm();
  }

  /** @throws CloudError when there is no such trigger, or the function fails. */
  async fire(functionName: string, triggerName: string | undefined): Promise<string> {
    const candidates = this.#schedule.filter(
      (scheduled) =>
        scheduled.functionName === functionName &&
        (triggerName === undefined || scheduled.trigger.name === triggerName),
    );
    const [only, ...others] = candidates;
    if (!only || others.length > 0) {
      const problem = only ? 'has several triggers: name one' : `has no trigger ${triggerName ?? 'at all'}`;
      throw new CloudError('INVALID_PARAM', `${functionName} ${problem}`);
    }
    const at = this.#now();
    return this.#fire({ at, functionName, event: timerEvent(only.trigger, at), left: REDELIVERIES });
  }

  async #fire(firing: Redelivery): Promise<string> {
    try {
      return await this.#deliver(firing.functionName, firing.event);
    } catch (error) {
      if (firing.left > 0) {
        const at = this.#now() + REDELIVERY_AFTER_MS;
        this.#redeliveries.push({ ...firing, at, left: firing.left - 1 });
        this.#arm();
      }
      throw error;
    }
  }

  #arm(): void {
    clearTimeout(this.#alarm);
    const due = this.nextDue();
    if (!this.#live || due === undefined) return;
    const wait = Math.min(Math.max(due - this.#now(), 0), LONGEST_WAIT_MS);
    this.#alarm = setTimeout(() => void this.runDue(this.#now()), wait);
  }
}

function parse({ name, cron }: TimerTrigger): Cron {
  try {
    return new Cron(cron, { mode: '7-part', timezone: 'Asia/Shanghai', paused: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CloudError(
      'INVALID_PARAM',
      `trigger ${name}: "${cron}" is not a seven-field schedule: ${reason}`,
    );
  }
}

/** The first firing after this moment; never, once the years of the schedule are over. */
function next(cron: Cron, after: number): number {
  return cron.nextRun(new Date(after))?.getTime() ?? Number.POSITIVE_INFINITY;
}

function timerEvent(trigger: TimerTrigger, at: number): string {
  const time = `${new Date(at).toISOString().slice(0, 19)}Z`;
  return JSON.stringify({ Type: 'Timer', TriggerName: trigger.name, Time: time, Message: '' });
}
