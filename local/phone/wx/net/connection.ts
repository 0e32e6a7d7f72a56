/** The network as the phone's conditions say it is. */
import type { Conditions, Host } from '../../runtime/host';
import { type Api, ApiFailure, asyncApis } from '../api';
import { Listeners } from '../base/listeners';
import type { Kit } from '../kit';

const SLOW_MS = 1500;

/** What every call over the network does first: fails when there is none, waits when it is slow. */
export async function cross(host: Host, signal?: AbortSignal): Promise<void> {
  const { network } = host.conditions;
  if (network === 'none') throw new ApiFailure('net::ERR_INTERNET_DISCONNECTED', { errno: 600001 });
  if (network !== 'slow') return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, SLOW_MS);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new ApiFailure('abort'));
    });
  });
  // The train may have entered the tunnel meanwhile.
  if (host.conditions.network === 'none') {
    throw new ApiFailure('net::ERR_INTERNET_DISCONNECTED', { errno: 600001 });
  }
}

/** WeChat's word for it: a slow network is an old mobile one. */
function typeOf(network: Conditions['network']): 'wifi' | '2g' | 'none' {
  return network === 'slow' ? '2g' : network;
}

/** wx.getNetworkType, onNetworkStatusChange, onNetworkWeakChange. */
export function connectionApis({ host }: Kit): Api {
  const statusChange = new Listeners();
  const weakChange = new Listeners();
  let { network } = host.conditions;
  host.onConditions((now) => {
    if (now.network === network) return;
    const wasWeak = network === 'slow';
    network = now.network;
    const networkType = typeOf(network);
    statusChange.emit({ isConnected: network !== 'none', networkType });
    const weak = network === 'slow';
    if (weak !== wasWeak) weakChange.emit({ weakNet: weak, networkType });
  });
  return {
    ...statusChange.named('NetworkStatusChange'),
    ...weakChange.named('NetworkWeakChange'),
    ...asyncApis(host, {
      getNetworkType: () => ({
        networkType: typeOf(host.conditions.network),
        weakNet: host.conditions.network === 'slow',
        signalStrength: 0,
        hasSystemProxy: false,
      }),
    }),
  };
}
