/** What `<rich-text>` may show: WeChat's list of trusted elements and attributes. All else is left out. */

export type RichNode =
  | { type: 'text'; text: string }
  | { type: 'node'; name: string; attrs: Readonly<Record<string, string>>; children: readonly RichNode[] };

const ANY = ['class', 'style', 'title', 'dir', 'aria-label'];
const TRUSTED = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em ' +
    'fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section ' +
    'small span strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
);
const OWN: Readonly<Record<string, readonly string[]>> = {
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  font: ['color', 'face', 'size'],
  img: ['alt', 'src', 'height', 'width'],
  ol: ['start', 'type'],
  table: ['width', 'border', 'cellspacing', 'cellpadding'],
  td: ['colspan', 'height', 'rowspan', 'width'],
  th: ['colspan', 'height', 'rowspan', 'width'],
  tr: ['colspan', 'height', 'rowspan', 'width'],
};

interface Read {
  nodes: readonly RichNode[];
  /** Names of elements that were left out with all that was in them. */
  dropped: readonly string[];
}

/** `nodes` is HTML, or WeChat's list of `{ name, attrs, children }` and `{ type: 'text', text }`. */
export function readNodes(nodes: unknown): Read {
  const dropped = new Set<string>();
  if (typeof nodes === 'string') {
    // A document made by the parser runs no script and loads no picture.
    const { body } = new DOMParser().parseFromString(nodes, 'text/html');
    return { nodes: fromDom(body, dropped), dropped: [...dropped] };
  }
  return { nodes: fromList(nodes, dropped), dropped: [...dropped] };
}

function fromDom(parent: Element, dropped: Set<string>): RichNode[] {
  return [...parent.childNodes].flatMap((child): RichNode[] => {
    if (child instanceof Text) return [{ type: 'text', text: child.data }];
    if (!(child instanceof Element)) return [];
    const attrs = Object.fromEntries([...child.attributes].map(({ name, value }) => [name, value]));
    return element(child.tagName.toLowerCase(), attrs, () => fromDom(child, dropped), dropped);
  });
}

function fromList(list: unknown, dropped: Set<string>): RichNode[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown): RichNode[] => {
    if (typeof item !== 'object' || item === null) return [];
    // Whatever is there is read as text, a name, an object, or a list below.
    const { type, text, name, attrs, children } = item as Record<string, unknown>;
    if (type === 'text' || (name === undefined && text !== undefined)) {
      return [{ type: 'text', text: decodeEntities(String(text ?? '')) }];
    }
    const given = typeof attrs === 'object' && attrs !== null ? Object.entries(attrs) : [];
    const plain = Object.fromEntries(given.map(([key, value]) => [key.toLowerCase(), String(value)]));
    return element(String(name ?? '').toLowerCase(), plain, () => fromList(children, dropped), dropped);
  });
}

function element(
  name: string,
  attrs: Readonly<Record<string, string>>,
  children: () => RichNode[],
  dropped: Set<string>,
): RichNode[] {
  if (!TRUSTED.has(name)) {
    dropped.add(name);
    return [];
  }
  const allowed = [...ANY, ...(OWN[name] ?? [])];
  const kept = Object.fromEntries(
    Object.entries(attrs).filter(([key, value]) => allowed.includes(key) && isSafe(key, value)),
  );
  return [{ type: 'node', name, attrs: kept, children: children() }];
}

function isSafe(name: string, value: string): boolean {
  return name !== 'src' || !/^\s*(javascript|vbscript):/i.test(value);
}

/** Entities in the text of a node list are decoded as in HTML. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return new DOMParser().parseFromString(text.replaceAll('<', '&lt;'), 'text/html').body.textContent ?? '';
}
