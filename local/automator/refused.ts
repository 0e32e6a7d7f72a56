const LOG_IN = 'a ticket is a log-in at WeChat';

/** Methods of the protocol that make no sense on this phone, and why. */
const REFUSED: Readonly<Record<string, string>> = {
  'Tool.enableRemoteDebug': 'there is no real phone to connect',
  'Tool.stopAudits': 'audits are a feature of DevTools',
  'Tool.getTicket': LOG_IN,
  'Tool.setTicket': LOG_IN,
  'Tool.refreshTicket': LOG_IN,
};

/** What a client is told about a method that the relay does not answer; undefined for those of the agent. */
export function refusalOf(method: string): string | undefined {
  const why = Object.hasOwn(REFUSED, method) ? REFUSED[method] : undefined;
  if (why !== undefined) return `${method} is not supported by this phone: ${why}`;
  return method.startsWith('Tool.') ? `${method} unimplemented` : undefined;
}
