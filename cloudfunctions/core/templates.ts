import type { Template } from '@contract/people';

/**
 * Where a message's two lines go in the template that the operator took out of WeChat's library: its keywords are
 * numbered there, and only those of the kind 事物 (`thing`, twenty characters) take any sentence.
 */
export interface TemplateFields {
  title: string;
  text: string;
}

export interface Templates {
  /** Ids by what they are for; '' where the operator has none yet. Phones hear them. */
  ids: Readonly<Record<Template, string>>;
  fields: Readonly<Record<Template, TemplateFields>>;
}

const USUAL: TemplateFields = { title: 'thing1', text: 'thing2' };
/** Before the operator has any. */
const NONE: Record<Template, string> = { progress: '', class: '', visit: '' };
const THING = /^thing\d{1,2}$/;

/**
 * `{"class":"ID"}`, or `{"class":{"id":"ID","title":"thing4","text":"thing7"}}` where the numbers are others.
 * @throws naming what is misspelt: messages that WeChat refuses one by one would be missed by nobody
 */
export function templatesFrom(given: object): Templates {
  const ids = { ...NONE };
  const fields: Record<Template, TemplateFields> = { progress: USUAL, class: USUAL, visit: USUAL };
  for (const [name, value] of Object.entries(given)) {
    if (!isTemplate(name)) throw new Error(`RS_TEMPLATES: there is no template ${name}`);
    const { id, title, text } = { ...USUAL, ...(typeof value === 'string' ? { id: value } : value) };
    if (typeof id !== 'string') throw new Error(`RS_TEMPLATES: ${name} has no id`);
    for (const field of [title, text])
      if (typeof field !== 'string' || !THING.test(field))
        throw new Error(`RS_TEMPLATES: ${name} needs two keywords like thing4, not ${String(field)}`);
    if (title === text) throw new Error(`RS_TEMPLATES: ${name} has ${title} twice`);
    ids[name] = id;
    fields[name] = { title, text };
  }
  return { ids, fields };
}

const isTemplate = (name: string): name is Template => Object.hasOwn(NONE, name);
