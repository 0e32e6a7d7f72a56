import type { Settings } from '../../core/settings';

/**
 * The host's code: `RS1.<session>.<step in base 36>.<mac>`, a new one every 30 s. A code is good for
 * 60 s from its first showing, so that two are valid at a time and an old screenshot is not.
 */
const PREFIX = 'RS1';

export interface Signer {
  sign(text: string): string;
  signed(text: string, mac: string): boolean;
}

export function rotatingCode(
  sessionId: string,
  now: number,
  signer: Signer,
  settings: Settings,
): { content: string; nextAt: number } {
  const stepMs = settings.rotateSeconds * 1000;
  const step = Math.floor(now / stepMs);
  const body = `${PREFIX}.${sessionId}.${step.toString(36)}`;
  return { content: `${body}.${signer.sign(body)}`, nextAt: (step + 1) * stepMs };
}

export type CodeReading =
  | { is: 'good'; sessionId: string }
  | { is: 'expired'; sessionId: string }
  | { is: 'wrong' };

export function readRotatingCode(
  content: string,
  now: number,
  signer: Signer,
  settings: Settings,
): CodeReading {
  const [prefix, sessionId = '', stepText = '', mac = '', ...rest] = content.split('.');
  if (prefix !== PREFIX || rest.length > 0 || !/^[0-9a-z]{1,12}$/.test(stepText)) return { is: 'wrong' };
  if (!signer.signed(`${PREFIX}.${sessionId}.${stepText}`, mac)) return { is: 'wrong' };
  const age = now - Number.parseInt(stepText, 36) * settings.rotateSeconds * 1000;
  return age >= 0 && age <= settings.rotateGraceSeconds * 1000
    ? { is: 'good', sessionId }
    : { is: 'expired', sessionId };
}
