import type { Element, Page } from '../client';

/** Whether the client took it for a component of the mini program's own. */
export function isComponent(element: Element): boolean {
  return 'callMethod' in element;
}

/**
 * All that fit `selector` below `scope`, by what every endpoint understands: `$$` sees one WXML, so that it goes
 * from host to host. `>>>` parts a selector into steps. What is in the own WXML comes before what is in
 * components. `hosts` are the tags of the project's components.
 */
export async function walk(
  scope: Page | Element,
  selector: string,
  hosts: readonly string[],
): Promise<Element[]> {
  const choices = selector.split(',').map((choice) => choice.trim());
  // Without a sign that goes into components, the own WXML is meant.
  const shallow = choices.filter((choice) => !choice.includes('>>>'));
  const deep = choices.filter((choice) => /^>>>[^>]+$/.test(choice)).map((choice) => choice.slice(3).trim());
  const steps = choices.filter((choice) => /.>>>/.test(choice));
  const found = await Promise.all([
    shallow.length === 0 ? [] : list(scope, shallow.join(', ')),
    deep.length === 0 ? [] : everywhere([scope], deep.join(', '), hosts),
    ...steps.map((choice) => inSteps(scope, choice, hosts)),
  ]);
  return [...new Set(found.flat())];
}

async function inSteps(scope: Page | Element, choice: string, hosts: readonly string[]): Promise<Element[]> {
  const [first = '', second = '', ...rest] = choice.split('>>>').map((step) => step.trim());
  // A leading `>>>` is an empty first step: the scope itself.
  let at = first === '' ? await everywhere([scope], second, hosts) : await list(scope, first);
  for (const step of first === '' ? rest : [second, ...rest]) at = await everywhere(at, step, hosts);
  return at;
}

/** Level by level: each component is asked once, however it was reached. */
async function everywhere(
  scopes: readonly (Page | Element)[],
  selector: string,
  hosts: readonly string[],
): Promise<Element[]> {
  const found = new Set<Element>();
  const asked = new Set<Page | Element>(scopes);
  let level = [...asked];
  while (level.length > 0) {
    const answers = await Promise.all(
      level.map((scope) =>
        Promise.all([list(scope, selector), hosts.length === 0 ? [] : list(scope, hosts.join(', '))]),
      ),
    );
    level = [];
    for (const [own, inside] of answers) {
      for (const element of own) found.add(element);
      for (const host of inside) {
        if (!isComponent(host) || asked.has(host)) continue;
        asked.add(host);
        level.push(host);
      }
    }
  }
  return [...found];
}

async function list(scope: Page | Element, selector: string): Promise<Element[]> {
  // The client's typings say `any`; it is a list of its elements.
  return (await scope.$$(selector)) as Element[];
}
