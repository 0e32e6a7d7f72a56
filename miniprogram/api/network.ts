/** Whether there is a network, and who wants to know. */

let known: boolean | null = null;
const listeners = new Set<(online: boolean) => void>();

function tell(online: boolean): void {
  if (online === known) return;
  known = online;
  for (const listener of listeners) listener(online);
}

/** Once, when the app is launched. */
export function watchNetwork(): void {
  wx.onNetworkStatusChange(({ isConnected }) => tell(isConnected));
  void isOnline();
}

/** Asks WeChat afresh: the event comes late on some phones. */
export async function isOnline(): Promise<boolean> {
  const { networkType } = await wx.getNetworkType();
  tell(networkType !== 'none');
  return networkType !== 'none';
}

/** The last known answer; true until WeChat has said otherwise. */
export function wasOnline(): boolean {
  return known ?? true;
}

/** Calls at each change. @returns how to stop. */
export function onNetwork(listener: (online: boolean) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
