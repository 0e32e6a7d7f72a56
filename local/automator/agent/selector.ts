/**
 * WXSS selectors on WXML: tags, `.class`, `#id`, `[attribute]`, `:not()`, `:first-child`, `:last-child`,
 * `:nth-child(number)`, and the combinators ` `, `>`, `+`, `~` and `>>>`, which goes into components.
 */
import parser from 'postcss-selector-parser';
import { type Element, glassEasel } from '../../phone/runtime/easel';
import { attributeOf, domsOf, isCustom, tagOf } from './nodes';

interface Step {
  /** What must lie between this and the step before; '' for the first. */
  combinator: string;
  parts: parser.Node[];
}

/** Nodes below `scope` in document order. A page or component is searched in its own WXML, not in its components. */
export function select(scope: Element, selector: string): Element[] {
  const choices = stepsOf(selector);
  const deep = choices.some((steps) => steps.some(({ combinator }) => combinator === '>>>'));
  const found: Element[] = [];
  for (const element of below(scope, deep)) {
    if (choices.some((steps) => matches(element, steps, steps.length - 1, scope))) found.push(element);
  }
  return deep ? inDocumentOrder(found) : found;
}

/** The scope itself too when it is a page: `page` is a tag of WXSS. */
function* below(scope: Element, deep: boolean): Generator<Element> {
  if (tagOf(scope) === 'page') yield scope;
  const shadow = isCustom(scope) ? scope.getShadowRoot() : null;
  if (shadow) yield* tree(shadow, deep);
  yield* tree(scope, deep);
}

function* tree(node: Element, deep: boolean): Generator<Element> {
  for (const child of node.childNodes) {
    const element = child.asElement();
    if (!element) continue;
    if (!glassEasel.VirtualNode.isVirtualNode(element)) yield element;
    const shadow = deep && isCustom(element) ? element.getShadowRoot() : null;
    if (shadow) yield* tree(shadow, deep);
    yield* tree(element, deep);
  }
}

function stepsOf(selector: string): Step[][] {
  let root: parser.Root;
  try {
    root = parser().astSync(selector.trim());
  } catch (error) {
    throw new Error(
      `"${selector}" is not a selector: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return root.nodes.map((choice) => {
    const steps: Step[] = [{ combinator: '', parts: [] }];
    for (const node of choice.nodes) {
      if (node.type === 'combinator') steps.push({ combinator: node.value.trim() || ' ', parts: [] });
      else steps.at(-1)?.parts.push(node);
    }
    return steps;
  });
}

function matches(element: Element, steps: readonly Step[], index: number, scope: Element): boolean {
  const step = steps[index];
  if (!step?.parts.every((part) => fits(element, part))) return false;
  if (index === 0) return true;
  // `>>> x`: anywhere below the scope.
  if (index === 1 && steps[0]?.parts.length === 0) return step.combinator === '>>>';
  const before = (other: Element | undefined): boolean =>
    other !== undefined && matches(other, steps, index - 1, scope);
  if (step.combinator === '>') return before(parentOf(element, scope, false));
  if (step.combinator === '+' || step.combinator === '~') {
    const elder = siblingsOf(element);
    const earlier = elder.slice(0, elder.indexOf(element));
    return step.combinator === '+' ? before(earlier.at(-1)) : earlier.some(before);
  }
  const deep = step.combinator === '>>>';
  for (let at = parentOf(element, scope, deep); at; at = parentOf(at, scope, deep))
    if (before(at)) return true;
  return false;
}

/** The element round this one; with `deep` a component's own nodes are in the component. */
function parentOf(element: Element, scope: Element, deep: boolean): Element | undefined {
  let at = element === scope ? null : element.parentNode;
  while (at && glassEasel.VirtualNode.isVirtualNode(at)) {
    const root = at.asShadowRoot();
    if (root) {
      const host = root.getHostNode();
      return deep || host === scope ? host : undefined;
    }
    at = at.parentNode;
  }
  return at ?? undefined;
}

/** Elements beside this one, itself among them; `wx:for` and `<block>` are not there. */
function siblingsOf(element: Element): Element[] {
  let parent = element.parentNode;
  while (parent && glassEasel.VirtualNode.isVirtualNode(parent) && !parent.asShadowRoot())
    parent = parent.parentNode;
  const collect = (node: Element): Element[] =>
    node.childNodes.flatMap((child) => {
      const one = child.asElement();
      if (!one) return [];
      return glassEasel.VirtualNode.isVirtualNode(one) ? collect(one) : [one];
    });
  return parent ? collect(parent) : [];
}

function fits(element: Element, part: parser.Node): boolean {
  switch (part.type) {
    case 'universal':
    case 'comment':
      return true;
    case 'tag':
      return tagOf(element) === part.value;
    case 'class':
      return element.class.split(/\s+/).includes(part.value);
    case 'id':
      return element.id === part.value;
    case 'attribute':
      return fitsAttribute(attributeOf(element, part.attribute), part);
    case 'pseudo':
      return fitsPseudo(element, part);
    default:
      throw new Error(`"${String(part)}" in a selector is not supported by this phone`);
  }
}

function fitsAttribute(found: string | null, part: parser.Attribute): boolean {
  if (found === null) return false;
  const { operator, value = '' } = part;
  if (operator === undefined) return true;
  if (operator === '=') return found === value;
  if (value === '') return false;
  if (operator === '^=') return found.startsWith(value);
  if (operator === '$=') return found.endsWith(value);
  if (operator === '*=') return found.includes(value);
  if (operator === '~=') return found.split(/\s+/).includes(value);
  return found === value || found.startsWith(`${value}-`);
}

function fitsPseudo(element: Element, part: parser.Pseudo): boolean {
  const siblings = siblingsOf(element);
  const place = siblings.indexOf(element) + 1;
  if (part.value === ':first-child') return place === 1;
  if (part.value === ':last-child') return place === siblings.length;
  if (part.value === ':nth-child') return place === Number(part.nodes.map(String).join(''));
  if (part.value === ':not')
    return !part.nodes.some((choice) => choice.nodes.every((node) => fits(element, node)));
  throw new Error(`"${part.value}" in a selector is not supported by this phone`);
}

function inDocumentOrder(elements: readonly Element[]): Element[] {
  return [...elements].sort((a, b) => {
    const [first, second] = [domsOf(a)[0], domsOf(b)[0]];
    if (!first || !second || first === second) return 0;
    return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}
