import { steady } from './text';

/** What is being written over something that others may write too, and what stood there when it was begun. */
export interface Begun<Form> {
  form: Form;
  from: Form;
}

/** Field by field, each a text. */
type Texts<Form> = Record<keyof Form, string>;

/** Onto what stands there now: what was written here stays, the rest is as somebody else may have left it. */
export function ontoNow<Form extends Texts<Form>>({ form, from }: Begun<Form>, now: Form): Form {
  const mine = fieldsOf(from).filter((field) => form[field] !== from[field]);
  return { ...now, ...Object.fromEntries(mine.map((field) => [field, form[field]])) };
}

/**
 * The first that two have written differently, and what the other wrote; `null` for none.
 *
 *     begun by both:  place ''
 *     another stored: place '样例路 1 号'
 *     written here:   place '样例路 2 号'   ──► { field: 'place', says: '有人把“在哪”写成了“样例路 1 号”。…' }
 *
 * @param labels what the fields are called on the page
 * @param said a value as people read it, where the form keeps another word for it
 */
export function clashIn<Form extends Texts<Form>>(
  { form, from }: Begun<Form>,
  now: Form,
  labels: Readonly<Texts<Form>>,
  said: (field: keyof Form, value: string) => string = (_, value) => value,
): { field: keyof Form; says: string } | null {
  const field = fieldsOf(from).find(
    (name) => form[name] !== from[name] && now[name] !== from[name] && now[name] !== form[name],
  );
  if (field === undefined) return null;
  const theirs = said(field, now[field]);
  const word = theirs === '' ? `把“${labels[field]}”空着了` : `把“${labels[field]}”写成了“${theirs}”`;
  return { field, says: steady(`有人${word}。这儿留着您写的，看一眼再存`) };
}

// The keys of what names them all.
const fieldsOf = <Form extends object>(form: Form) => Object.keys(form) as (keyof Form)[];
