import { cssLengths } from '../runtime/units.js';
import { type RichNode, readNodes } from './rich-text-nodes.js';
import { builtIn } from './shared/define.js';
import { loadable } from './shared/source.js';
import { scopedClasses } from './shared/style-scope.js';

const SPACES: Readonly<Record<string, string>> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' };

/** https://developers.weixin.qq.com/miniprogram/dev/component/rich-text.html */
export const richText = builtIn(
  'rich-text',
  { nodes: null, space: '', userSelect: false, mode: 'default' },
  (self) => {
    const { component, dom, data, host } = self;
    const build = (node: RichNode): Node => {
      if (node.type === 'text') {
        const blank = SPACES[data.space];
        return document.createTextNode(blank === undefined ? node.text : node.text.replaceAll(' ', blank));
      }
      const made = document.createElement(node.name);
      for (const [name, value] of Object.entries(node.attrs)) {
        if (name === 'style') made.setAttribute(name, cssLengths(value));
        else if (name === 'class') made.setAttribute(name, scopedClasses(component, value));
        else if (name === 'src')
          void Promise.resolve(loadable(host, component, value)).then(
            (url) => made.setAttribute(name, url),
            () => made.setAttribute(name, value),
          );
        else made.setAttribute(name, value);
      }
      made.append(...node.children.map(build));
      return made;
    };
    const draw = (): void => {
      const { nodes, dropped } = readNodes(data.nodes);
      for (const name of dropped)
        host.report({ kind: 'component', message: `<rich-text> does not show <${name}>` });
      dom.replaceChildren(...nodes.map(build));
    };
    return {
      changed: {
        nodes: draw,
        space: draw,
        userSelect: () => dom.style.setProperty('user-select', data.userSelect ? 'text' : ''),
      },
    };
  },
);
