/** One JSON line an event; never a text, name, number or openid of a person. */
export function log(event: string, facts: Readonly<Record<string, string | number | boolean | null>>): void {
  process.stdout.write(`${JSON.stringify({ event, ...facts })}\n`);
}

/** What may be written of an error: its kind and place, and its message only when it is ours. */
export function describe(error: unknown): { name: string; code: string; at: string } {
  if (!(error instanceof Error)) return { name: typeof error, code: '', at: '' };
  const code: unknown = Reflect.get(error, 'code');
  const [, at = ''] = error.stack?.split('\n') ?? [];
  return {
    name: error.name,
    code: typeof code === 'string' || typeof code === 'number' ? String(code) : '',
    at: at.trim(),
  };
}
