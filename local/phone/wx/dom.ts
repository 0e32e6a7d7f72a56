/** Building of the phone's own elements. Their classes begin with `phone-`; none of them comes from markup text. */

type Children = readonly (Node | string | undefined)[];

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  attributes: Record<string, string> = {},
  children: Children = [],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

export function button(className: string, label: string, onTap: () => void): HTMLButtonElement {
  const made = element('button', className, { type: 'button' }, [label]);
  made.addEventListener('click', onTap);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A 24 × 24 line drawing in the colour of its surroundings. `paths` are SVG path data. */
export function icon(className: string, ...paths: string[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  for (const data of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', data);
    svg.append(path);
  }
  return svg;
}
