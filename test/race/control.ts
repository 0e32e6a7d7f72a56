import tcb from '@cloudbase/node-sdk';
import type { Cloud } from '../../local/cloud';

/** The real SDK against the town, outside of any function: for commands with a law taken out. */
export function sdkFor(cloud: Cloud) {
  process.env['TENCENTCLOUD'] = 'true';
  process.env['TCB_CONTEXT_CNFG'] = JSON.stringify({ URL: cloud.adminUrl });
  return tcb.init({ env: cloud.env, secretId: 'none', secretKey: 'none', timeout: 5_000 }).database();
}
