import type { Draft } from './draft-box';
import { Refused, saysOf, Unreachable } from './failures';

/**
 * What every sheet that sends one thing does: one tap at a time, `busy` while it is on its way, `wrong` when it was not
 * taken. The sheet keeps its form, what it checks beforehand, and what it tells the page afterwards. `desk-page.ts` and
 * `own-page.ts` are the same for pages, which have more to show.
 */
interface Sheet {
  readonly data: { readonly busy: boolean };
  setData(change: { busy?: boolean; wrong?: string }): void;
}

/** Under which rid it is sent; without an answer the same one goes out again. */
export interface Sending {
  rid(): string;
  accepted(): void;
  refused(): void;
}

/** What is typed is kept on the phone until it was accepted. */
export const ofDraft = (draft: Pick<Draft<object>, 'rid' | 'drop' | 'renew'>): Sending => ({
  rid: draft.rid,
  accepted: draft.drop,
  refused: draft.renew,
});

/** Nothing is kept: a tap and its answer (`intention.ts`). */
export const ofTap = ({ rid, answered }: { rid(): string; answered(): void }): Sending => ({
  rid,
  accepted: answered,
  refused: answered,
});

/**
 * A form that is not kept: while no answer came the same words go out again under the same rid. Written otherwise they
 * are another intention: under the old rid the server would answer with what it did for the first.
 */
export function ofForm(giving: Parameters<typeof ofTap>[0]): (form: object) => Sending {
  let meant = '';
  return (form) => {
    const now = JSON.stringify(form);
    return {
      ...ofTap(giving),
      // Asked for only when it really goes out, not by a second tap meanwhile.
      rid() {
        if (meant !== now) giving.answered();
        meant = now;
        return giving.rid();
      },
    };
  };
}

/** Somebody was faster: what stands there now is read before a word is said about it. */
export function rereadIfStale<Output>(
  send: (rid: string) => Promise<Output>,
  reread: () => Promise<void>,
): (rid: string) => Promise<Output> {
  return async (rid) => {
    try {
      return await send(rid);
    } catch (failure) {
      if (failure instanceof Refused && failure.code === 'STALE') await reread();
      throw failure;
    }
  };
}

/**
 * @param says why it was not taken, in words
 * @returns what the server answered; null where it was refused, did not arrive, or is still on its way
 */
export async function sentFrom<Output extends object>(
  sheet: Sheet,
  sending: Sending,
  send: (rid: string) => Promise<Output>,
  says: (failure: Refused | Unreachable) => string = saysOf,
): Promise<Output | null> {
  if (sheet.data.busy) return null;
  sheet.setData({ busy: true, wrong: '' });
  try {
    const output = await send(sending.rid());
    sending.accepted();
    return output;
  } catch (failure) {
    if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    if (failure instanceof Refused) sending.refused();
    sheet.setData({ wrong: says(failure) });
    return null;
  } finally {
    sheet.setData({ busy: false });
  }
}
