/** In sessionStorage, followed by the device's name: the pages that were open before a development reload. */
export const RESTORE_KEY = 'phone:restore:';

/** Takes the addresses that were left, from the bottom of the stack; each is restored once. */
export function takeSavedStack(device: string): string[] {
  const saved = sessionStorage.getItem(RESTORE_KEY + device);
  if (saved === null) return [];
  sessionStorage.removeItem(RESTORE_KEY + device);
  const urls: unknown = JSON.parse(saved);
  return Array.isArray(urls) ? urls.map(String) : [];
}
