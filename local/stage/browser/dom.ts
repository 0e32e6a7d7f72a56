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

/** A choice whose options say themselves what is chosen; `label` is for who does not see them. */
export function choice(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  value: string,
  pick: (value: string) => void,
): HTMLSelectElement {
  const select = el(
    'select',
    { 'aria-label': label, title: label },
    options.map(([key, text]) => el('option', { value: key, selected: key === value }, [text])),
    { change: () => pick(select.value) },
  );
  return select;
}

/** Several buttons of which one is on: arrows go from one to the next, Tab goes past them. */
export function segments(
  label: string,
  options: readonly (readonly [value: string, text: string, name: string])[],
  value: string,
  pick: (value: string) => void,
): HTMLElement {
  const buttons = options.map(([key, text, name]) =>
    el(
      'button',
      {
        type: 'button',
        role: 'radio',
        'aria-checked': String(key === value),
        'aria-label': name,
        tabindex: key === value ? '0' : '-1',
        'data-value': key,
      },
      [text],
      { click: () => choose(key) },
    ),
  );
  const choose = (key: string): void => {
    for (const one of buttons) {
      const on = one.dataset['value'] === key;
      one.setAttribute('aria-checked', String(on));
      one.tabIndex = on ? 0 : -1;
      if (on) one.focus();
    }
    pick(key);
  };
  return el('div', { class: 'segments', role: 'radiogroup', 'aria-label': label }, buttons, {
    keydown: (event) => {
      const at = buttons.findIndex((one) => one.matches(':focus'));
      const next = buttons[placeAfter(event.key, at, buttons.length)];
      if (next === undefined) return;
      event.preventDefault();
      choose(next.dataset['value'] ?? '');
    },
  });
}

/** Where an arrow, Home or End leads from `at` in a ring of `count`; -1 for any other key. */
export function placeAfter(key: string, at: number, count: number): number {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}

/** Read out by a screen reader, wherever it is; the same sentence twice is read twice. */
export function say(sentence: string): void {
  byId('said').replaceChildren(el('span', {}, [sentence]));
}
