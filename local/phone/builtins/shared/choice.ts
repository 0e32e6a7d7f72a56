import { elementOf, type GeneralComponent } from '../../runtime/easel.js';
import type { Part, Self } from './define.js';
import { make } from './dom.js';
import { register } from './registry.js';
import { markAnswered, onTap } from './tap.js';

/** A checkbox or a radio button as its group sees it. */
export interface Choice {
  readonly dom: HTMLElement;
  readonly value: string;
  readonly checked: boolean;
  /** Takes the state and tells nobody. */
  check(on: boolean): void;
}

export interface ChoiceGroup {
  readonly choices: Set<Choice>;
  /** A person changed one of the choices. */
  changed(): void;
}

export const choiceProperties = {
  value: '',
  checked: false,
  disabled: false,
  color: '#09bb07',
  backgroundColor: '',
  borderColor: '',
  activeBackgroundColor: '',
  activeBorderColor: '',
  iconColor: '',
  name: '',
};

type ChoiceSelf = Self<typeof choiceProperties>;

const groups = new WeakMap<object, ChoiceGroup>();

export function registerGroup(component: GeneralComponent, changed: (chosen: Choice[]) => void): ChoiceGroup {
  const choices = new Set<Choice>();
  const group: ChoiceGroup = { choices, changed: () => changed(chosenIn(group)) };
  groups.set(component, group);
  return group;
}

/** The checked ones in document order. */
export function chosenIn({ choices }: ChoiceGroup): Choice[] {
  return [...choices]
    .filter(({ checked }) => checked)
    .sort((a, b) => (a.dom.compareDocumentPosition(b.dom) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}

interface Kind {
  name: 'checkbox' | 'radio';
  /** What a tap does to a choice that is not disabled. */
  press(choice: Choice, group: ChoiceGroup | undefined): void;
  /** After the state changed, by a person or by the page. */
  settled?(choice: Choice, group: ChoiceGroup | undefined): void;
}

export function choice(self: ChoiceSelf, kind: Kind): Part<typeof choiceProperties> {
  const { component, dom, data, wrappers } = self;
  const base = `wx-${kind.name}-input`;
  const box = make('div', base, { 'aria-hidden': 'true' });
  wrappers[0]?.prepend(box);
  let group: ChoiceGroup | undefined;
  const own: Choice = {
    dom,
    get value() {
      return data.value;
    },
    get checked() {
      return data.checked;
    },
    check(on) {
      if (on !== data.checked) self.set({ checked: on });
    },
  };
  const paint = (): void => {
    box.classList.toggle(`${base}-checked`, data.checked);
    box.classList.toggle(`${base}-disabled`, data.disabled);
    paintBox(box, self, kind.name);
    dom.setAttribute('aria-checked', String(data.checked));
    dom.setAttribute('aria-disabled', String(data.disabled));
    dom.setAttribute('tabindex', data.disabled ? '-1' : '0');
  };
  const press = (): void => {
    if (!data.disabled) kind.press(own, group);
  };
  dom.setAttribute('role', kind.name);
  register.control(component, { activate: press });
  onTap(component, (event) => {
    markAnswered(event);
    press();
  });
  paint();
  return {
    changed: {
      checked: () => {
        paint();
        kind.settled?.(own, group);
      },
      disabled: paint,
      color: paint,
      backgroundColor: paint,
      borderColor: paint,
      activeBackgroundColor: paint,
      activeBorderColor: paint,
      iconColor: paint,
    },
    attached: () => {
      group = groupAround(dom, kind.name);
      group?.choices.add(own);
      kind.settled?.(own, group);
    },
    detached: () => {
      group?.choices.delete(own);
      group = undefined;
    },
  };
}

/** A checkbox shows its colour in the tick, a radio button in the disc. */
function paintBox(box: HTMLElement, { data }: ChoiceSelf, name: Kind['name']): void {
  const on = data.checked && !data.disabled;
  const fill = data.activeBackgroundColor || (name === 'radio' ? data.color : '');
  box.style.color = data.iconColor || (name === 'checkbox' ? data.color : '');
  box.style.backgroundColor = on ? fill : data.backgroundColor;
  box.style.borderColor = on
    ? data.activeBorderColor || (name === 'radio' ? fill : data.borderColor)
    : data.borderColor;
}

function groupAround(dom: HTMLElement, name: Kind['name']): ChoiceGroup | undefined {
  const element = elementOf(dom.closest(`wx-${name}-group`));
  return element && groups.get(element);
}
