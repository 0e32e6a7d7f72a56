/** JSON of whatever a mini program answers: functions and cycles become words, as the client itself writes them. */
export function toJson(value: unknown): string {
  const above: unknown[] = [];
  return JSON.stringify(value, function (this: unknown, _name, member: unknown) {
    if (typeof member === 'function') return `[Function ${member.name}]`;
    if (typeof member === 'bigint') return String(member);
    if (member instanceof Error) return { name: member.name, message: member.message, stack: member.stack };
    if (typeof member !== 'object' || member === null) return member;
    while (above.length > 0 && above.at(-1) !== this) above.pop();
    if (above.includes(member)) return '[Circular]';
    above.push(member);
    return member;
  });
}
