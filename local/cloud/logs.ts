import { maskPersonal } from './masking';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface LogLine {
  /** Cloud time, epoch milliseconds. */
  at: number;
  level: LogLevel;
  text: string;
}

/** One invocation of a function, without personal data. */
export interface LogEntry {
  requestId: string;
  functionName: string;
  /** What the caller asked for: the event's `action`, or ''. Nothing else of the event is kept. */
  asked: string;
  /** What made it run. */
  cause: 'client' | 'function' | 'timer' | 'message';
  /** Cloud time, epoch milliseconds. */
  startedAt: number;
  durationMs: number;
  /** Production's error code, or 'OK'. */
  status: string;
  /** The failure's sentence; '' when it went well. */
  message: string;
  lines: LogLine[];
  /** How many openids, phone and identity numbers the function had written and the log left out. */
  masked: number;
}

export interface LogBook {
  entries(): LogEntry[];
  /** @returns a function that stops listening. */
  onEntry(listener: (entry: LogEntry) => void): () => void;
}

const KEPT = 5_000;
const LINE_CHARACTERS = 8_192;

export class InvocationLog implements LogBook {
  readonly #entries: LogEntry[] = [];
  readonly #listeners = new Set<(entry: LogEntry) => void>();
  readonly #people = new Set<string>();

  /** From now on this openid (or unionid) is left out wherever it appears. */
  knowPerson(id: string | undefined): void {
    if (id) this.#people.add(id);
  }

  /** @param caller ids of the person for whom the function ran. */
  add(entry: Omit<LogEntry, 'masked'>, caller: readonly string[] = []): void {
    let masked = 0;
    const clean = (text: string): string => {
      const result = maskPersonal(text.slice(0, LINE_CHARACTERS), this.#people, caller);
      masked += result.masked;
      return result.text;
    };
    const message = clean(entry.message);
    const asked = clean(entry.asked);
    const lines = entry.lines.map((line) => ({ ...line, text: clean(line.text) }));
    const written: LogEntry = { ...entry, asked, message, lines, masked };
    this.#entries.push(written);
    if (this.#entries.length > KEPT) this.#entries.splice(0, this.#entries.length - KEPT);
    for (const listener of this.#listeners) listener(written);
  }

  entries(): LogEntry[] {
    return [...this.#entries];
  }

  onEntry(listener: (entry: LogEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
