import type { Settings } from './settings';
import { settingsFrom } from './settings-read';
import { noSpeech, type Speech, TENCENT_DEFAULTS, tencentSpeech } from './speech';
import { type Templates, templatesFrom } from './templates';
import { openVault, type Vault } from './vault';
import { noVoice, tencentVoice, VOICE_DEFAULTS, type Voice } from './voice';

/** What the deployment configures, by environment variables (docs/deployment.md). */
export interface Environment {
  vault: Vault;
  settings: Settings;
  templates: Templates;
  /** Off where `RS_SPEECH` is not set. */
  speech: Speech;
  /** Off where `RS_VOICE` is not set. */
  voice: Voice;
  /** openid of the first administrator, until there is one in the database. */
  firstAdmin: string | undefined;
}

/**
 * @throws when a key is missing or wrong: a function that cannot read or write L3 fields must not
 * start at all.
 */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const { RS_KEYS, RS_PEPPER, RS_CANARY, RS_SETTINGS, RS_TEMPLATES, RS_FIRST_ADMIN } = variables;
  if (RS_KEYS === undefined || RS_PEPPER === undefined) throw new Error('RS_KEYS and RS_PEPPER must be set');
  return {
    vault: openVault(RS_KEYS, RS_PEPPER, RS_CANARY),
    settings: settingsFrom(fields(RS_SETTINGS, 'RS_SETTINGS')),
    templates: templatesFrom(fields(RS_TEMPLATES, 'RS_TEMPLATES')),
    speech: speechOf(variables['RS_SPEECH']),
    voice: voiceOf(variables['RS_VOICE']),
    firstAdmin: RS_FIRST_ADMIN,
  };
}

/** `{"secretId":"…","secretKey":"…"}`, and `engine` or `endpoint` where they are others. */
function speechOf(json: string | undefined): Speech {
  const account = accountOf(json, 'RS_SPEECH');
  return account === null ? noSpeech : tencentSpeech({ ...TENCENT_DEFAULTS, ...account });
}

/** The same, and `voice`, `speed` or `endpoint` where they are others. */
function voiceOf(json: string | undefined): Voice {
  const account = accountOf(json, 'RS_VOICE');
  return account === null ? noVoice : tencentVoice({ ...VOICE_DEFAULTS, ...account });
}

/** `null` where it is not configured. @throws when one of the two is missing */
function accountOf(json: string | undefined, name: string): { secretId: string; secretKey: string } | null {
  const { secretId, secretKey, ...others }: { secretId?: unknown; secretKey?: unknown } = fields(json, name);
  if (secretId === undefined && secretKey === undefined) return null;
  if (typeof secretId !== 'string' || typeof secretKey !== 'string')
    throw new Error(`${name} needs secretId and secretKey`);
  return { ...others, secretId, secretKey };
}

/** JSON as it is, or in base64, as the CloudBase command line can carry it (`tools/provision/variables.ts`). */
function fields(given: string | undefined, name: string): object {
  if (given === undefined || given === '') return {};
  const plain = given.trimStart().startsWith('{') ? given : Buffer.from(given, 'base64').toString('utf8');
  const value = parsed(plain);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${name} must be a JSON object`);
  return value;
}

/** `undefined` for what is no JSON; the value itself may be a secret and is not repeated. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
