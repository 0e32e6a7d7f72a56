import parser from 'postcss-selector-parser';
import { HOST_MARK, SCOPE_MARK } from '../runtime/marks';

/** `*` of a project must not reach the phone's own furniture; `:where` adds no weight. */
const EVERYTHING = ':where(wx-page, wx-page *)';

/**
 * A WXSS selector as the phone needs it: tags get the prefix of the phone's elements, classes the place of
 * their scope, `:host` becomes the attribute that the framework writes on a component's own node.
 */
export function rewriteSelector(selector: string): { selector: string; reaches: boolean } {
  let reaches = false;
  const rewritten = parser((root) => {
    root.each((part) => {
      reaches ||= !part.some((node) => node.type === 'class' || isHost(node));
    });
    root.walk((node) => {
      if (node.type === 'class') node.value = SCOPE_MARK + node.value;
      if (node.type === 'tag' && !node.value.startsWith('wx-')) node.value = `wx-${node.value}`;
      if (node.type === 'universal') node.value = EVERYTHING;
      if (isHost(node)) {
        node.replaceWith(
          parser.attribute({
            attribute: 'wx-host',
            operator: '=',
            value: HOST_MARK,
            quoteMark: '"',
            raws: {},
          }),
        );
      }
    });
  }).processSync(selector);
  return { selector: rewritten, reaches };
}

function isHost(node: parser.Node): boolean {
  return node.type === 'pseudo' && node.value === ':host';
}
