import type { WebSocket } from 'ws';

/** Of a message that nobody asked for (`agent/line.ts`). */
const UNASKED = 0;

interface Asked {
  resolve(answer: string): void;
  reject(error: Error): void;
}

/** The relay's end of the line to the agent, for as long as the phone's page is not loaded anew. */
export class Line {
  readonly #socket: WebSocket;
  readonly #asked = new Map<number, Asked>();
  #count = UNASKED;

  constructor(socket: WebSocket, onEvent: (event: string) => void) {
    this.#socket = socket;
    socket.on('message', (data) => {
      const text = String(data);
      const space = text.indexOf(' ');
      const number = Number(text.slice(0, space));
      const rest = text.slice(space + 1);
      if (number === UNASKED) return onEvent(rest);
      this.#asked.get(number)?.resolve(rest);
      this.#asked.delete(number);
    });
    socket.on('close', () => {
      for (const { reject } of this.#asked.values())
        reject(new Error('the phone was reloaded before it answered'));
      this.#asked.clear();
    });
  }

  /** @throws Error when the phone is loaded anew over it: whether it was carried out nobody knows. */
  ask(message: string): Promise<string> {
    this.#count += 1;
    const number = this.#count;
    return new Promise((resolve, reject) => {
      this.#asked.set(number, { resolve, reject });
      this.#socket.send(`${number} ${message}`);
    });
  }
}
