/** What this person allowed, refused and chose to keep, remembered by the device. */
import type { Shelf } from '../disk';

export type Choice = 'accept' | 'reject';

export class Settings {
  private readonly shelf: Shelf<string>;
  private readonly values: Map<string, unknown>;

  constructor(shelf: Shelf<string>) {
    this.shelf = shelf;
    this.values = new Map([...shelf.initial].map(([name, json]) => [name, JSON.parse(json)]));
  }

  /** Scopes that were asked for, and the answers. */
  get scopes(): Record<string, boolean> {
    return this.table<boolean>('scopes');
  }

  setScope(scope: string, allowed: boolean): void {
    this.put('scopes', { ...this.scopes, [scope]: allowed });
  }

  /** Templates with 总是保持以上选择: their answers. */
  get subscriptions(): Record<string, Choice> {
    return this.table<Choice>('subscriptions');
  }

  setSubscription(template: string, choice: Choice): void {
    this.put('subscriptions', { ...this.subscriptions, [template]: choice });
  }

  /** 订阅消息的总开关. */
  get messagesAllowed(): boolean {
    return this.values.get('messagesAllowed') !== false;
  }

  set messagesAllowed(allowed: boolean) {
    this.put('messagesAllowed', allowed);
  }

  /** The privacy contract was accepted. */
  get privacyAgreed(): boolean {
    return this.values.get('privacyAgreed') === true;
  }

  set privacyAgreed(agreed: boolean) {
    this.put('privacyAgreed', agreed);
  }

  private table<T>(name: string): Record<string, T> {
    // Only this class writes the table, with values of this type.
    return (this.values.get(name) ?? {}) as Record<string, T>;
  }

  private put(name: string, value: unknown): void {
    this.values.set(name, value);
    this.shelf.put(name, JSON.stringify(value));
  }
}
