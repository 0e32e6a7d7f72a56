import { builtIn, type Values } from './shared/define.js';

const properties = {
  selectable: false,
  userSelect: false,
  space: '',
  decode: false,
  overflow: 'visible',
  maxLines: 0,
  mode: '',
};

type TextData = Values<typeof properties>;

const SPACES: Readonly<Record<string, string>> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' };
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
};

const texts = new WeakMap<Node, TextData>();
/** What the template wrote, of every text node that is shown otherwise. */
const written = new WeakMap<Text, string>();

/** One for all `<text>` elements: sees what templates and slots put into them before it is painted. */
const observer = new MutationObserver(catchUp);

function catchUp(records: readonly MutationRecord[]): void {
  for (const { type, target, addedNodes } of records) {
    if (type === 'characterData') written.delete(target as Text); // characterData records are about text nodes
    for (const node of type === 'characterData' ? [target] : addedNodes) showBelow(node);
  }
  // Our own changes are not news.
  observer.takeRecords();
}

/** https://developers.weixin.qq.com/miniprogram/dev/component/text.html */
export const text = builtIn('text', properties, ({ dom, data }) => {
  texts.set(dom, data);
  observer.observe(dom, { childList: true, characterData: true, subtree: true });
  const selectable = (): void => {
    dom.toggleAttribute('phone-selectable', data.selectable || data.userSelect);
  };
  const clip = (): void => {
    dom.setAttribute('phone-overflow', data.overflow);
    dom.style.setProperty('--phone-max-lines', data.maxLines > 0 ? String(data.maxLines) : 'none');
    dom.toggleAttribute('phone-clamped', data.maxLines > 0);
  };
  const again = (): void => {
    catchUp(observer.takeRecords());
    showBelow(dom);
    observer.takeRecords();
  };
  return {
    changed: {
      selectable,
      userSelect: selectable,
      overflow: clip,
      maxLines: clip,
      space: again,
      decode: again,
    },
  };
});

function showBelow(node: Node): void {
  if (node instanceof Text) show(node);
  else for (const child of node.childNodes) showBelow(child);
}

function show(node: Text): void {
  const data = nearest(node);
  if (!data) return;
  const raw = written.get(node) ?? node.data;
  const shown = shownText(raw, data);
  if (shown !== node.data) {
    written.set(node, raw);
    node.data = shown;
  }
}

function nearest(node: Node): TextData | undefined {
  for (let at = node.parentNode; at; at = at.parentNode) {
    const data = texts.get(at);
    if (data) return data;
  }
  return undefined;
}

/** What `<text>` makes of a string: line breaks written as `\n`, entities, and the width of its spaces. */
function shownText(raw: string, { decode, space }: Pick<TextData, 'decode' | 'space'>): string {
  let shown = raw.replaceAll('\\n', '\n');
  const blank = SPACES[space];
  if (blank !== undefined) shown = shown.replaceAll(' ', blank);
  if (decode)
    shown = shown.replace(/&(nbsp|lt|gt|amp|apos|ensp|emsp);/g, (entity) => ENTITIES[entity] ?? entity);
  return shown;
}
