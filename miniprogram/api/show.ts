import { troubleOf } from './trouble';

/** A page with one read: its data has `state`, `offline` and `gone`, and `state` is `ready` once something stands there. */
interface ReadPage {
  readonly data: { readonly state: string };
  setData(change: object): void;
}

/**
 * Reads and shows. What stands on the page stays when a later read fails on the way; what is refused goes, also when
 * it was shown before; a page with nothing on it says why. `own-page.ts` is the same for the pages about oneself.
 * @param gone what such a page says, from what the failure says
 */
export async function shown(
  page: ReadPage,
  read: () => Promise<void>,
  gone: (says: string) => string = (says) => says,
): Promise<void> {
  try {
    await read();
  } catch (failure) {
    const { state, says, offline } = troubleOf(failure);
    if (state === 'error' && page.data.state === 'ready') return;
    page.setData({ state, offline, gone: gone(says) });
  }
}
