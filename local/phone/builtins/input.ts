import { builtIn } from './shared/define.js';
import { make } from './shared/dom.js';
import { textField, textFieldProperties } from './shared/text-field.js';

const properties = {
  ...textFieldProperties,
  type: 'text',
  password: false,
  confirmType: 'done',
  safePasswordCertPath: '',
  safePasswordLength: 0,
  safePasswordTimeStamp: 0,
  safePasswordNonce: '',
  safePasswordSalt: '',
  safePasswordCustomHash: '',
  autoFill: '',
};

/** The characters that the keyboard of a type has, where it is not the full one. */
const KEYBOARDS: Readonly<Record<string, { mode: 'numeric' | 'decimal' | 'text'; allowed: RegExp }>> = {
  number: { mode: 'numeric', allowed: /^\d*$/ },
  digit: { mode: 'decimal', allowed: /^[\d.]*$/ },
  idcard: { mode: 'text', allowed: /^[\dXx]*$/ },
};

/** https://developers.weixin.qq.com/miniprogram/dev/component/input.html */
export const input = builtIn('input', properties, (self) => {
  const { dom, data } = self;
  const field = make('input', 'wx-input-field', { type: 'text', autocomplete: 'off' });
  dom.append(field);
  const { part, confirm, isComposing } = textField(self, field, {
    name: 'input',
    accepts: (text) => KEYBOARDS[data.type]?.allowed.test(text) ?? true,
  });
  const keyboard = (): void => {
    field.type = data.password || data.type === 'safe-password' ? 'password' : 'text';
    field.inputMode = KEYBOARDS[data.type]?.mode ?? 'text';
  };
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || isComposing()) return;
    event.preventDefault();
    confirm();
  });
  keyboard();
  return { ...part, changed: { ...part.changed, type: keyboard, password: keyboard } };
});
