import { randomBytes } from 'node:crypto';
import { canaryOf, openVault } from '../../cloudfunctions/core/vault';

/** The variables with which functions seal and open L3 fields (docs/deployment.md). */
export interface Keys {
  RS_KEYS: string;
  RS_PEPPER: string;
  RS_CANARY: string;
}

/** For a new environment. */
export function newKeys(): Keys {
  return withCanary(key(1), randomBytes(24).toString('base64url'));
}

/** A new key in front, the old ones behind it; the pepper stays, since digests and codes hang on it. */
export function rotatedKeys({ RS_KEYS, RS_PEPPER }: Pick<Keys, 'RS_KEYS' | 'RS_PEPPER'>): Keys {
  const numbers = RS_KEYS.split(',').map((pair) => Number(/^k(\d+):/.exec(pair)?.[1] ?? 0));
  return withCanary(`${key(Math.max(...numbers) + 1)},${RS_KEYS}`, RS_PEPPER);
}

function key(number: number): string {
  return `k${number}:${randomBytes(32).toString('base64')}`;
}

/** @throws when the keys are not what functions could start with. */
function withCanary(keys: string, pepper: string): Keys {
  return { RS_KEYS: keys, RS_PEPPER: pepper, RS_CANARY: canaryOf(openVault(keys, pepper, undefined)) };
}
