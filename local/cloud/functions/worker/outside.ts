import dns from 'node:dns';

/** Services of the real cloud that no request of a local function may reach, be it by mistake. */
const REAL_CLOUD = /(^|\.)(tcloudbasegateway|tcloudbase|tencentcloudapi|tencentyun|weixin\.qq)\.(com|cn)$/;

/**
 * What the SDK sends to other hosts than the administration endpoint (data models, SQL, AI, containers)
 * the stand-in does not have. It says so, instead of letting a function talk to somebody's real environment.
 */
export function refuseRealCloud(): void {
  const lookup = dns.lookup;
  Reflect.set(dns, 'lookup', (host: string, ...rest: unknown[]): void => {
    const answer = rest.at(-1);
    if (!REAL_CLOUD.test(host) || typeof answer !== 'function') {
      Reflect.apply(lookup, dns, [host, ...rest]);
      return;
    }
    const message = `[LocalCloud.NotSupported] ${host} (data models, SQL, AI, containers) is not supported by this stand-in.`;
    process.nextTick(answer, Object.assign(new Error(message), { code: 'LOCAL_NOT_SUPPORTED' }));
  });
}
