import { builtinName, type Element, glassEasel, isComponent, type Node } from '../../phone/runtime/easel';
import { tagOf } from './nodes';

/** The nodes of a tree as WXML; what is inside a component is shown inside its tag, as the developer tools show it. */
export function wxmlOf(element: Element, outer: boolean): string {
  const inside = contentOf(element).map(print).join('');
  return outer ? wrap(element, inside) : inside;
}

function print(node: Node): string {
  const element = node.asElement();
  if (!element) return escaped(node.asTextNode()?.textContent ?? '');
  const inside = contentOf(element).map(print).join('');
  return glassEasel.VirtualNode.isVirtualNode(element) ? inside : wrap(element, inside);
}

function contentOf(element: Element): readonly Node[] {
  const shadow = isComponent(element) && builtinName(element) === undefined ? element.getShadowRoot() : null;
  return shadow ? [...shadow.childNodes, ...element.childNodes] : element.childNodes;
}

function wrap(element: Element, inside: string): string {
  const attributes: [string, unknown][] = [
    ['id', element.id],
    ['class', element.class],
    ...Object.entries(element.dataset ?? {}).map(([name, value]): [string, unknown] => [
      `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      typeof value === 'object' ? JSON.stringify(value) : value,
    ]),
  ];
  const written = attributes
    .filter(([, value]) => value !== '' && value !== undefined && value !== null)
    .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('"', '&quot;')}"`)
    .join('');
  const tag = tagOf(element);
  return `<${tag}${written}>${inside}</${tag}>`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
