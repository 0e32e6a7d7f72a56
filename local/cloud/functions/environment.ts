import type { LogEntry } from '../logs';
import type { Caller, FunctionDeclaration } from '../types';

/** The facts about this cloud that every function is told. */
export interface Place {
  env: string;
  appid: string;
  adminUrl: string;
}

const REGION = 'ap-shanghai';

/** An instance's variables from its first moment: the platform's, then the function's own. */
export function instanceEnvironment(place: Place, declaration: FunctionDeclaration): Record<string, string> {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    TZ: 'UTC',
    // With these three the SDK knows that it is in a function and asks no metadata host.
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: REGION,
    SCF_NAMESPACE: place.env,
    SCF_FUNCTIONNAME: declaration.name,
    SCF_FUNCTIONVERSION: '$LATEST',
    // The SDK refuses to start without credentials; nothing here checks them.
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    TCB_ENV: place.env,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_CONTEXT_CNFG',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: place.adminUrl }),
    ...declaration.environment,
  };
}

/** Who or what made a function run. */
export interface Origin {
  cause: LogEntry['cause'];
  caller?: Caller;
}

const SOURCES: Record<Origin['cause'], string | undefined> = {
  client: 'wx_client',
  message: 'wx_unknown',
  function: undefined,
  timer: undefined,
};

/**
 * The keys that come with one invocation. Only what is true of this one is in it: a key of the one
 * before stays in a warm worker's `process.env`, here as in production.
 */
export function invocationEnvironment(
  place: Place,
  requestId: string,
  { cause, caller }: Origin,
): Record<string, string> {
  const wx: Record<string, string> = {};
  if (cause !== 'timer') wx.WX_APPID = place.appid;
  if (cause === 'timer') wx.WX_TRIGGER_API_TOKEN_V0 = 'local';
  else wx.WX_API_TOKEN = 'local';
  if (cause === 'client') wx.WX_CLIENTIP = '127.0.0.1';
  if (caller?.openid) wx.WX_OPENID = caller.openid;
  if (caller?.unionid) wx.WX_UNIONID = caller.unionid;

  const tcb: Record<string, string> = {
    TCB_ENV: place.env,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: place.adminUrl }),
    // The SDK prefixes its requests with it: that is how the cloud knows which invocation is calling.
    TCB_SEQID: requestId,
  };
  const source = SOURCES[cause];
  if (source) tcb.TCB_SOURCE = source;
  if (cause === 'client') tcb.TCB_SOURCE_IP = '127.0.0.1';

  return {
    ...wx,
    ...tcb,
    WX_CONTEXT_KEYS: Object.keys(wx).join(','),
    TCB_CONTEXT_KEYS: Object.keys(tcb).join(','),
    SCF_NAMESPACE: place.env,
    ...(cause === 'client' && { LOGINTYPE: 'WECHAT-OPENID' }),
    ...(cause === 'timer' && { TRIGGER_SRC: 'timer' }),
  };
}

/** The plain part of the second argument of `main`. */
export function invocationContext(
  place: Place,
  declaration: FunctionDeclaration,
  requestId: string,
  environment: Record<string, string>,
): Record<string, unknown> {
  return {
    callbackWaitsForEmptyEventLoop: true,
    memory_limit_in_mb: declaration.memoryMb,
    time_limit_in_ms: declaration.timeoutSeconds * 1_000,
    request_id: requestId,
    environ: Object.entries(environment)
      .map(([key, value]) => `${key}=${value}`)
      .join(';'),
    environment: JSON.stringify(environment),
    function_version: '$LATEST',
    function_name: declaration.name,
    namespace: place.env,
    tencentcloud_appid: '1300000000',
    tencentcloud_region: REGION,
    tencentcloud_uin: '100000000000',
  };
}
