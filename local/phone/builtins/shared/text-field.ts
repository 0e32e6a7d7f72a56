import type { Part, Self } from './define.js';
import { clamp } from './dom.js';
import { register } from './registry.js';
import { markAnswered, onTap } from './tap.js';
import { forwardAria, placeholderOf } from './text-field-face.js';

/** What `<input>` and `<textarea>` have in common. */
export const textFieldProperties = {
  value: '',
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: 'input-placeholder',
  disabled: false,
  maxlength: 140,
  focus: false,
  autoFocus: false,
  cursor: -1,
  cursorColor: '',
  cursorSpacing: 0,
  selectionStart: -1,
  selectionEnd: -1,
  adjustPosition: true,
  holdKeyboard: false,
  confirmType: '',
  confirmHold: false,
  alwaysEmbed: false,
  adjustKeyboardTo: 'cursor',
  name: '',
};

type Field = HTMLInputElement | HTMLTextAreaElement;
type FieldSelf = Self<typeof textFieldProperties>;

export interface TextField {
  readonly part: Part<typeof textFieldProperties>;
  /** Puts the text into the field and the page, as typing does. */
  type(text: string): void;
  /** Fires `confirm` and lets the keyboard go unless it is held. */
  confirm(): void;
  isComposing(): boolean;
}

interface Hooks {
  name: 'input' | 'textarea';
  /** After the text in the field changed, whoever changed it. */
  changed?(): void;
  accepts?(text: string): boolean;
}

/** The value, placeholder, focus, cursor and events of a field; `field` is already inside `self.dom`. */
export function textField(self: FieldSelf, field: Field, hooks: Hooks): TextField {
  const { component, data } = self;
  const placeholder = placeholderOf(self);
  let composing = false;

  const showPlaceholder = (): void => {
    placeholder.dom.hidden = field.value !== '' || composing;
  };
  const show = (): void => {
    // Writing the same text would move the cursor, and end an input method's composition.
    if (!composing && field.value !== data.value) field.value = data.value;
    showPlaceholder();
    hooks.changed?.();
  };
  const typed = (keyCode = 0): void => {
    self.set({ value: field.value });
    showPlaceholder();
    hooks.changed?.();
    const onReturn = (answer: unknown): void => replaceBy(answer, self);
    self.fire(
      'input',
      { value: field.value, cursor: field.selectionStart ?? field.value.length, keyCode },
      { onReturn },
    );
  };
  const limit = (): void => {
    if (data.maxlength >= 0) field.maxLength = data.maxlength;
    else field.removeAttribute('maxlength');
  };
  const place = (): void => {
    if (document.activeElement !== field) return;
    const length = field.value.length;
    if (data.selectionStart >= 0 && data.selectionEnd >= 0) {
      field.setSelectionRange(clamp(data.selectionStart, 0, length), clamp(data.selectionEnd, 0, length));
    } else if (data.cursor >= 0) {
      const at = clamp(data.cursor, 0, length);
      field.setSelectionRange(at, at);
    }
  };
  const focus = (): void => {
    if (!data.focus) {
      if (document.activeElement === field) field.blur();
    } else if (!data.disabled && document.activeElement !== field) {
      field.focus({ preventScroll: true });
      place();
    }
  };
  listen(self, field, {
    onInput: (event) => {
      if (!composing) typed(keyCodeOf(event));
    },
    onComposition: (on) => {
      composing = on;
      showPlaceholder();
      if (!on) typed();
    },
    accepts: (text) => hooks.accepts?.(text) ?? true,
  });
  field.addEventListener('focus', place);

  const activate = (): void => {
    if (!data.disabled) field.focus({ preventScroll: true });
  };
  const type = (text: string): void => {
    field.value = data.maxlength >= 0 ? text.slice(0, data.maxlength) : text;
    typed();
  };
  register.control(component, { activate });
  register.field(component, { read: () => field.value, reset: () => self.set({ value: '' }) });
  register.operations(component, { [`${hooks.name}.input`]: (text) => type(String(text)) });
  onTap(component, markAnswered);
  const nameField = forwardAria(self, field);

  const confirm = (): void => {
    self.fire('confirm', { value: field.value });
    if (!data.confirmHold) field.blur();
  };
  const part: TextField['part'] = {
    changed: {
      value: show,
      maxlength: limit,
      focus,
      cursor: place,
      selectionStart: place,
      selectionEnd: place,
      placeholder: () => {
        placeholder.text(data.placeholder);
        nameField();
      },
      placeholderClass: () => placeholder.style(),
      placeholderStyle: () => placeholder.style(),
      disabled: () => {
        field.disabled = data.disabled;
      },
      cursorColor: () => {
        field.style.caretColor = data.cursorColor;
      },
      confirmType: () => {
        field.enterKeyHint = ENTER_KEYS[data.confirmType] ?? 'done';
      },
    },
    attached: () => {
      if (data.autoFocus && !data.disabled) self.set({ focus: true });
      else focus();
      hooks.changed?.();
    },
  };
  limit();
  placeholder.style();
  return { part, type, confirm, isComposing: () => composing };
}

const ENTER_KEYS: Readonly<Record<string, 'send' | 'search' | 'next' | 'go' | 'done' | 'enter'>> = {
  send: 'send',
  search: 'search',
  next: 'next',
  go: 'go',
  done: 'done',
  return: 'enter',
};

/** WeChat puts in what a listener of `input` returns: text, or an object with `value` and `cursor`. */
function replaceBy(answer: unknown, self: FieldSelf): void {
  if (typeof answer === 'string') self.set({ value: answer });
  if (typeof answer !== 'object' || answer === null || !('value' in answer)) return;
  self.set({ value: String(answer.value) });
  if ('cursor' in answer && typeof answer.cursor === 'number') self.set({ cursor: answer.cursor });
}

interface Listeners {
  onInput(event: Event): void;
  onComposition(on: boolean): void;
  accepts(text: string): boolean;
}

function listen(self: FieldSelf, field: Field, { onInput, onComposition, accepts }: Listeners): void {
  const { data } = self;
  field.addEventListener('beforeinput', (event) => {
    const text = (event as InputEvent).data; // `beforeinput` is an InputEvent; the typings of fields say Event
    if (text !== null && !accepts(text)) event.preventDefault();
  });
  field.addEventListener('input', onInput);
  // The browser's own `change` is none of the mini program's events.
  field.addEventListener('change', (event) => event.stopPropagation());
  field.addEventListener('compositionstart', () => onComposition(true));
  field.addEventListener('compositionend', () => onComposition(false));
  field.addEventListener('focus', () => {
    self.set({ focus: true });
    const height = coveredHeight();
    self.fire('focus', { value: field.value, height });
    self.fire('keyboardheightchange', { height, duration: 0 });
  });
  field.addEventListener('blur', () => {
    // The attribute may be set to true again afterwards, and must then be seen to change.
    self.set({ focus: false });
    self.fire('blur', { value: field.value, cursor: field.selectionStart ?? data.value.length });
    self.fire('keyboardheightchange', { height: 0, duration: 0 });
  });
}

/** What an on-screen keyboard covers of the window, in px; nothing where a real keyboard is used. */
function coveredHeight(): number {
  const { visualViewport } = window;
  return visualViewport ? Math.max(0, Math.round(window.innerHeight - visualViewport.height)) : 0;
}

function keyCodeOf(event: Event): number {
  if (!(event instanceof InputEvent)) return 0;
  if (event.inputType === 'deleteContentBackward') return 8;
  return event.data?.length === 1 ? event.data.charCodeAt(0) : 0;
}
