import { LIMITS } from '@contract/limits';
import * as v from 'valibot';

/** Building blocks of input schemas. Texts come out trimmed, composed (NFC) and without control characters. */

/** Directional overrides and zero-width characters make one text look like another. */
const HIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** A lone half of a surrogate pair is no text. */
const wellFormed = (text: string) =>
  !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);

/** Text of at most `most` characters; may be empty. */
export const text = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most * 4),
    v.check(wellFormed),
    v.transform((value) => value.normalize('NFC').replace(HIDDEN, '').trim()),
    v.check((value) => [...value].length <= most),
  );

/** Text that says something. */
export const someText = (most: number) => v.pipe(text(most), v.minLength(1));

/** A file in cloud storage; whose it is says `isOwnFile`. */
export const storedFile = v.pipe(v.string(), v.regex(/^cloud:\/\/[\w.-]+\/[\w./-]{1,200}$/));
export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
/** Epoch ms between 2020 and 2100. */
export const time = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(1_577_836_800_000),
  v.maxValue(4_102_444_800_000),
);
/** Of a document that was read and is written over; 0 for one that is new. */
export const version = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A mainland mobile or a landline with area code; '' when not given. */
export const phone = v.pipe(
  v.string(),
  v.transform((value) => value.replace(/[\s-]/g, '')),
  v.regex(/^(|1[3-9]\d{9}|0\d{9,11}|\d{7,8})$/),
);
/** A short code as somebody typed or scanned it; whether it is one is for the aggregate to say. */
export const typedCode = v.pipe(v.string(), v.maxLength(20), v.regex(/^[\x20-\x7E]*$/));
export const cursor = v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.:-]{1,120}$/)));
export const oneOf = <Words extends Readonly<Record<string, string>>>(words: Words) =>
  // The keys of a closed list of words are its values.
  v.picklist(Object.keys(words) as (keyof Words & string)[]);
export const lines = v.pipe(v.array(someText(LIMITS.place)), v.maxLength(LIMITS.listItems));
