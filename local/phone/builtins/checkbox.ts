import { choice, choiceProperties, chosenIn, registerGroup } from './shared/choice.js';
import { builtIn } from './shared/define.js';
import { register } from './shared/registry.js';
import { nested } from './shared/shell.js';

/** https://developers.weixin.qq.com/miniprogram/dev/component/checkbox.html */
export const checkbox = builtIn(
  'checkbox',
  choiceProperties,
  (self) =>
    choice(self, {
      name: 'checkbox',
      press: (own, group) => {
        own.check(!own.checked);
        group?.changed();
      },
    }),
  nested('wx-checkbox-wrapper'),
);

/** https://developers.weixin.qq.com/miniprogram/dev/component/checkbox-group.html */
export const checkboxGroup = builtIn('checkbox-group', { name: '' }, (self) => {
  const group = registerGroup(self.component, (chosen) =>
    self.fire('change', { value: chosen.map(({ value }) => value) }),
  );
  self.dom.setAttribute('role', 'group');
  register.field(self.component, {
    read: () => chosenIn(group).map(({ value }) => value),
    reset: () => {
      for (const member of group.choices) member.check(false);
    },
  });
  return undefined;
});
