import type { Session, SessionEntry } from '../../cloudfunctions/school/session/model';

/**
 * What a line of people before a class is, written down a second time and as simply as possible: it
 * follows the timeline entry by entry, and says where the stored session is not what the entries made.
 */
export class Line {
  #capacity: number;
  #open: number;
  #elderOpen: number;
  #elderSeats: boolean;
  #over = false;
  #holders: string[] = [];
  #offered: string[] = [];
  #queue: string[] = [];
  /** Which kind of seat somebody sits on or is offered. */
  readonly #kind = new Map<string, 'elder' | 'general'>();
  /** How often somebody has stood in line, and how often they were asked. */
  readonly #waited = new Map<string, number>();
  readonly #asked = new Map<string, number>();

  constructor(
    session: Session,
    private readonly isElder: (personId: string) => boolean,
  ) {
    this.#capacity = session.capacity;
    this.#open = session.seats.open;
    this.#elderOpen = session.seats.elderOpen;
    this.#elderSeats = session.elderUntil !== null;
    this.#holders = session.holders.map(({ personId }) => personId);
    this.#queue = session.queue.map(({ personId }) => personId);
    for (const { personId, from } of session.holders) this.#kind.set(personId, from);
    for (const who of this.#queue) this.#waited.set(who, 1);
  }

  /** @returns what is wrong with `entry`, or with what is stored after it; '' when nothing. */
  follow(entry: SessionEntry, after: Session): string {
    const wrong = this.#step(entry, after);
    return wrong === '' ? '' : `${entry.command} of ${entry.whom ?? entry.by}: ${wrong}`;
  }

  /** @returns where the stored session is not this; '' when it is. */
  compare({ capacity, seats, holders, offers, queue }: Session): string {
    const ids = (all: readonly { personId: string }[]) => all.map(({ personId }) => personId).join();
    const stored = [capacity, seats.open, seats.elderOpen, ids(holders), ids(offers), ids(queue)].join(' | ');
    const here = [this.#capacity, this.#open, this.#elderOpen, this.#holders, this.#offered, this.#queue];
    const told = here.map(String).join(' | ');
    return stored === told ? '' : `stored ${stored}, and should be ${told}`;
  }

  #step({ command, by, whom = by }: SessionEntry, after: Session): string {
    const free = this.#open > 0 || (this.isElder(by) && this.#elderOpen > 0);
    const somewhere = [...this.#holders, ...this.#offered, ...this.#queue].includes(by);
    switch (command) {
      case 'take':
        if (somewhere) return 'they are in it already';
        if (!free) return 'no seat is free';
        return this.#sit(by, after);
      case 'wait':
        if (somewhere) return 'they are in it already';
        if (free) return 'a seat is free';
        this.#queue.push(by);
        this.#waited.set(by, (this.#waited.get(by) ?? 0) + 1);
        return '';
      case 'accept':
        if (!this.#offered.includes(by)) return 'nothing was offered';
        this.#offered = this.#offered.filter((one) => one !== by);
        this.#holders.push(by);
        return '';
      case 'leave':
      case 'pass':
      case 'lapse':
        return this.#go(whom);
      case 'edit': {
        this.#capacity = after.capacity;
        const left = this.#capacity - this.#holders.length - this.#offered.length;
        this.#elderOpen = Math.min(this.#elderOpen, left);
        this.#open = left - this.#elderOpen;
        return left < 0 ? 'fewer chairs than people' : this.#handOn();
      }
      case 'release_elder_seats':
        this.#open += this.#elderOpen;
        this.#elderOpen = 0;
        this.#elderSeats = false;
        return this.#handOn();
      default:
        // Called off, begun, over: nobody is asked any more.
        this.#over = true;
        return '';
    }
  }

  /** Which of two free seats an elder gets, is not the line's business; that it was free, is. */
  #sit(who: string, { holders }: Session): string {
    const kind = holders.find(({ personId }) => personId === who)?.from ?? 'general';
    if (kind === 'elder' && !this.isElder(who)) return 'they sit on a seat kept for elders';
    if (kind === 'elder') this.#elderOpen -= 1;
    else this.#open -= 1;
    this.#kind.set(who, kind);
    this.#holders.push(who);
    return this.#open < 0 || this.#elderOpen < 0 ? 'no such seat is free' : '';
  }

  #go(who: string): string {
    const others = (all: readonly string[]) => all.filter((one) => one !== who);
    if (this.#queue.includes(who)) {
      this.#queue = others(this.#queue);
      return '';
    }
    if (!this.#holders.includes(who) && !this.#offered.includes(who)) return 'they had nothing to give back';
    this.#holders = others(this.#holders);
    this.#offered = others(this.#offered);
    if (this.#kind.get(who) === 'elder' && this.#elderSeats) this.#elderOpen += 1;
    else this.#open += 1;
    return this.#handOn();
  }

  /** Free seats meet the line: elders first at the seats kept for them, then everybody in the order of coming. */
  #handOn(): string {
    if (this.#over) return '';
    const ask = (who: string, kind: 'elder' | 'general') => {
      this.#queue = this.#queue.filter((one) => one !== who);
      this.#offered.push(who);
      this.#kind.set(who, kind);
      this.#asked.set(who, (this.#asked.get(who) ?? 0) + 1);
    };
    for (
      let who = this.#queue.find(this.isElder);
      who && this.#elderOpen > 0;
      who = this.#queue.find(this.isElder)
    ) {
      ask(who, 'elder');
      this.#elderOpen -= 1;
    }
    for (let [who] = this.#queue; who && this.#open > 0; [who] = this.#queue) {
      ask(who, 'general');
      this.#open -= 1;
    }
    const again = [...this.#asked].find(([who, times]) => times > (this.#waited.get(who) ?? 0));
    return again === undefined ? '' : `${again[0]} is asked again without having waited again`;
  }
}
