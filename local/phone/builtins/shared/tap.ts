import { domOf, type Element, elementOf, type GeneralComponent, glassEasel } from '../../runtime/easel.js';

/** Taps that a control inside already answered, so that the `<label>` round it does not answer again. */
const answered = new WeakSet<object>();

type TapEvent = Parameters<Parameters<GeneralComponent['addListener']>[1]>[0];

/** Calls back for each tap that reaches the component: by finger, mouse or key. */
export function onTap(component: GeneralComponent, answer: (event: TapEvent) => void): void {
  component.addListener('tap', (event) => {
    answer(event);
  });
}

/** Listeners get a view of the event whose prototype is the event itself. */
export function markAnswered(event: TapEvent): void {
  answered.add(Object.getPrototypeOf(event));
}

export function isAnswered(event: TapEvent): boolean {
  return answered.has(Object.getPrototypeOf(event));
}

/** A tap in the middle of an element, as a key or a label makes it. */
export function tapOn(element: Element): void {
  const box = domOf(element)?.getBoundingClientRect();
  const x = box ? box.left + box.width / 2 : 0;
  const y = box ? box.top + box.height / 2 : 0;
  const touch = { identifier: 0, pageX: x, pageY: y, clientX: x, clientY: y, force: 1 };
  glassEasel.Event.triggerEvent(
    element,
    'tap',
    { x, y },
    {
      bubbles: true,
      composed: true,
      capturePhase: true,
      extraFields: { touches: [touch], changedTouches: [touch] },
    },
  );
}

/** Keys that press what has the focus, by the roles that answer to them. */
const PRESSED_BY: Readonly<Record<string, readonly string[]>> = {
  Enter: [
    'button',
    'link',
    'menuitem',
    'menuitemcheckbox',
    'menuitemradio',
    'option',
    'tab',
    'treeitem',
    'combobox',
  ],
  ' ': [
    'button',
    'checkbox',
    'radio',
    'switch',
    'menuitem',
    'menuitemcheckbox',
    'menuitemradio',
    'option',
    'tab',
  ],
};

/** Enter and Space press buttons, links, switches … inside `frame`, as a tap would. */
export function tapByKeyboard(frame: HTMLElement): void {
  frame.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.repeat || !(event.target instanceof HTMLElement)) return;
    const roles = PRESSED_BY[event.key];
    const element = elementOf(event.target);
    if (!roles || !element || domOf(element) !== event.target) return;
    if (!roles.includes(event.target.getAttribute('role') ?? '')) return;
    event.preventDefault();
    tapOn(element);
  });
}
