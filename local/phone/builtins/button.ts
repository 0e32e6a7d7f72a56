import { answerOpenType } from './button-open-type.js';
import { formAround } from './form.js';
import { builtIn } from './shared/define.js';
import { hoverProperties } from './shared/hover.js';
import { register } from './shared/registry.js';
import { markAnswered, onTap, tapOn } from './shared/tap.js';

const HOVER_START_MS = 20;
const HOVER_STAY_MS = 70;

const properties = {
  ...hoverProperties('button-hover', HOVER_START_MS, HOVER_STAY_MS),
  size: 'default',
  type: 'default',
  plain: false,
  disabled: false,
  loading: false,
  formType: '',
  openType: '',
  name: '',
  lang: 'en',
  sessionFrom: '',
  sendMessageTitle: '',
  sendMessagePath: '',
  sendMessageImg: '',
  showMessageCard: false,
  appParameter: '',
  phoneNumberNoQuotaToast: true,
  needShowEntrance: true,
  entrancePath: '',
  activityType: null,
  shareId: '',
  shareType: null,
  shareMode: null,
};

/** Attributes that style sheets go by, as WeChat's own does. */
const REFLECTED = ['type', 'size', 'plain', 'disabled', 'loading'] as const;

/** https://developers.weixin.qq.com/miniprogram/dev/component/button.html */
export const button = builtIn('button', properties, (self) => {
  const { component, dom, data } = self;
  register.control(component, { activate: () => !data.disabled && tapOn(component) });
  dom.setAttribute('role', 'button');
  const reflect = (): void => {
    for (const name of REFLECTED) {
      const value = data[name];
      // A default that nobody wrote is no attribute: classes can then overrule the default look.
      if (typeof value === 'boolean') dom.toggleAttribute(name, value);
      else if (value === 'default') dom.removeAttribute(name);
      else dom.setAttribute(name, value);
    }
    dom.setAttribute('tabindex', data.disabled ? '-1' : '0');
    dom.setAttribute('aria-disabled', String(data.disabled));
    if (data.loading) dom.setAttribute('aria-busy', 'true');
    else dom.removeAttribute('aria-busy');
  };
  onTap(component, (event) => {
    markAnswered(event);
    if (data.disabled) return;
    if (data.formType !== '') formAround(component)?.press(data.formType);
    if (data.openType !== '') void answerOpenType(self, data.openType);
  });
  reflect();
  return { changed: { type: reflect, size: reflect, plain: reflect, disabled: reflect, loading: reflect } };
});
