import { dateMode, multiSelectorMode, type PickerMode, selectorMode, timeMode } from './picker-columns.js';
import { regionMode } from './picker-region.js';
import { openPickerSheet, type PickerSheet } from './picker-sheet.js';
import { builtIn, type Values } from './shared/define.js';
import { register } from './shared/registry.js';
import { markAnswered, onTap } from './shared/tap.js';

const properties = {
  mode: 'selector',
  range: null,
  rangeKey: '',
  value: null,
  start: '',
  end: '',
  fields: 'day',
  customItem: '',
  level: 'region',
  headerText: '',
  disabled: false,
  name: '',
};

/** https://developers.weixin.qq.com/miniprogram/dev/component/picker.html */
export const picker = builtIn('picker', properties, (self) => {
  const { component, dom, data } = self;
  let sheet: PickerSheet | undefined;
  const open = (): void => {
    if (data.disabled || sheet) return;
    const mode = modeOf(data);
    sheet = openPickerSheet(self.host, mode, {
      title: data.headerText,
      turned: (column, value) => self.fire('columnchange', { column, value }),
      cancelled: () => {
        sheet = undefined;
        self.fire('cancel', {});
      },
      chosen: (at) => {
        sheet = undefined;
        const detail = modeOf(data).detail(at);
        self.set({ value: data.mode === 'selector' ? at[0] : detail.value });
        self.fire('change', detail);
      },
    });
  };
  const stay = (): void => sheet?.refresh(modeOf(data), false);
  const move = (): void => sheet?.refresh(modeOf(data), true);
  register.field(component, {
    read: () => data.value,
    reset: () => self.set({ value: emptyValue(data.mode) }),
  });
  register.control(component, { activate: open });
  onTap(component, (event) => {
    markAnswered(event);
    open();
  });
  dom.setAttribute('role', 'button');
  dom.setAttribute('aria-haspopup', 'dialog');
  const enable = (): void => {
    dom.setAttribute('tabindex', data.disabled ? '-1' : '0');
    dom.setAttribute('aria-disabled', String(data.disabled));
  };
  enable();
  self.onDetach(() => sheet?.close());
  return { changed: { disabled: enable, range: stay, start: stay, end: stay, value: move } };
});

/** Throws for a mode that WeChat does not have. */
function modeOf(data: Values<typeof properties>): PickerMode {
  const text = typeof data.value === 'string' ? data.value : '';
  switch (data.mode) {
    case 'selector':
      return selectorMode(data.range, data.rangeKey, data.value);
    case 'multiSelector':
      return multiSelectorMode(data.range, data.rangeKey, data.value);
    case 'time':
      return timeMode(text, data.start, data.end, new Date());
    case 'date':
      return dateMode(text, data.start, data.end, data.fields, new Date());
    case 'region':
      return regionMode(data.value, data.customItem, data.level);
    default:
      throw new Error(`<picker mode="${data.mode}"> is not supported by this phone`);
  }
}

function emptyValue(mode: string): unknown {
  if (mode === 'selector') return 0;
  return mode === 'multiSelector' || mode === 'region' ? [] : '';
}
