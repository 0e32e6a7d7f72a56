/** A message of the protocol: `id` is the client's, and comes back in the answer. */
export interface Message {
  id: string;
  method: string;
  params: Record<string, unknown>;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws Error when the text is no message. */
export function readMessage(text: string): Message {
  const message: unknown = JSON.parse(text);
  if (!isRecord(message) || typeof message.id !== 'string' || typeof message.method !== 'string') {
    throw new Error('not a message of the automation protocol');
  }
  return {
    id: message.id,
    method: message.method,
    params: isRecord(message.params) ? message.params : {},
  };
}
