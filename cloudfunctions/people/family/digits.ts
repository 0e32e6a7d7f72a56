import * as v from 'valibot';

/** Six digits that one says and another types: for a relative, and for a record and an account that become one. */
export const sixDigits = v.pipe(v.string(), v.regex(/^\d{6}$/));

type Purpose = 'pairing' | 'joining';

interface Keys {
  sign(text: string): string;
  index(text: string): string;
}

/** What is kept of them: nobody who sees the document can say them. */
export const hashOf = (keys: Pick<Keys, 'index'>, purpose: Purpose, digits: string) =>
  keys.index(`${purpose}:${digits}`);

/** Out of a keyed text: the same intention shows the same digits again. */
function digitsOf(mac: string): string {
  let value = 0;
  for (const character of mac) value = (value * 131 + character.charCodeAt(0)) % 1_000_000_007;
  return String(value % 1_000_000).padStart(6, '0');
}

/** Digits for this person that nobody else offers at this moment: hardly ever the second ones. */
export async function freeDigits(
  keys: Keys,
  purpose: Purpose,
  { personId, rid }: { personId: string; rid: string },
  isHeld: (codeHash: string) => Promise<boolean>,
): Promise<{ digits: string; codeHash: string }> {
  for (let attempt = 0; ; attempt += 1) {
    const digits = digitsOf(keys.sign(`${purpose}:${personId}:${rid}:${attempt}`));
    const codeHash = hashOf(keys, purpose, digits);
    if (!(await isHeld(codeHash))) return { digits, codeHash };
  }
}
