import { domOf, glassEasel } from './easel';
import { cssLengths } from './units';

/**
 * What the framework writes to a node's DOM element, as the phone needs it: lengths of inline styles in the
 * phone's units, and `data-*` in the DOM, so that style sheets and tests find it. Call once.
 */
export function adjustNodes(): void {
  const { prototype } = glassEasel.Element;
  const { setNodeStyle, setDataset } = prototype;
  prototype.setNodeStyle = function setPhoneStyle(style, index) {
    setNodeStyle.call(this, typeof style === 'string' ? cssLengths(style) : style, index);
  };
  prototype.setDataset = function setPhoneDataset(name, value) {
    setDataset.call(this, name, value);
    const attribute = `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (typeof value !== 'object' && value !== undefined) domOf(this)?.setAttribute(attribute, String(value));
  };
}
