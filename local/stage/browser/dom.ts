type Child = Node | string;
type Listeners = { [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void };

/** One element with its attributes, listeners and children. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | boolean> = {},
  children: readonly Child[] = [],
  listeners: Listeners = {},
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...children);
  for (const [name, listener] of Object.entries(listeners)) {
    // The listener's event is that of its own name.
    element.addEventListener(name, listener as EventListener);
  }
  return element;
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

export function button(
  label: string,
  act: () => void,
  attributes: Record<string, string | boolean> = {},
): HTMLButtonElement {
  return el('button', { type: 'button', ...attributes }, [label], { click: act });
}

/** A labelled choice. */
export function choice(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  value: string,
  pick: (value: string) => void,
): HTMLLabelElement {
  const select = el(
    'select',
    { 'aria-label': label },
    options.map(([key, text]) => el('option', { value: key, selected: key === value }, [text])),
    {
      change: () => pick(select.value),
    },
  );
  return el('label', { class: 'choice' }, [el('span', {}, [label]), select]);
}
