/** What an action takes and gives; `write` changes something and carries a request id. */
export interface Read<Input, Output> {
  kind: 'read';
  input: Input;
  output: Output;
}
export interface Write<Input, Output> {
  kind: 'write';
  input: Input;
  output: Output;
}
export type Nothing = Record<never, never>;

/** A page of a list; `next` is passed back as `after`. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}
