import { choice, choiceProperties, chosenIn, registerGroup } from './shared/choice.js';
import { builtIn } from './shared/define.js';
import { register } from './shared/registry.js';
import { nested } from './shared/shell.js';

/** https://developers.weixin.qq.com/miniprogram/dev/component/radio.html */
export const radio = builtIn(
  'radio',
  choiceProperties,
  (self) =>
    choice(self, {
      name: 'radio',
      press: (own, group) => {
        if (own.checked) return;
        own.check(true);
        group?.changed();
      },
      settled: (own, group) => {
        if (!own.checked) return;
        for (const other of group?.choices ?? []) if (other !== own) other.check(false);
      },
    }),
  nested('wx-radio-wrapper'),
);

/** https://developers.weixin.qq.com/miniprogram/dev/component/radio-group.html */
export const radioGroup = builtIn('radio-group', { name: '' }, (self) => {
  const group = registerGroup(self.component, ([chosen]) =>
    self.fire('change', { value: chosen?.value ?? '' }),
  );
  self.dom.setAttribute('role', 'radiogroup');
  register.field(self.component, {
    read: () => chosenIn(group)[0]?.value ?? '',
    reset: () => {
      for (const member of group.choices) member.check(false);
    },
  });
  return undefined;
});
