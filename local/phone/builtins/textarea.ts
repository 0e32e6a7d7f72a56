import { builtIn } from './shared/define.js';
import { make } from './shared/dom.js';
import { textField, textFieldProperties } from './shared/text-field.js';

const properties = {
  ...textFieldProperties,
  placeholderClass: 'textarea-placeholder',
  autoHeight: false,
  fixed: false,
  showConfirmBar: true,
  disableDefaultPadding: false,
  confirmType: 'return',
};

/** The segment of an element's style that templates leave alone: the height that the text gives. */
const HEIGHT_SEGMENT = 1;

const ruler = document.createElement('canvas').getContext('2d');

/** https://developers.weixin.qq.com/miniprogram/dev/component/textarea.html */
export const textarea = builtIn('textarea', properties, (self) => {
  const { component, dom, data } = self;
  const field = make('textarea', 'wx-textarea-field', { rows: '1', autocomplete: 'off' });
  dom.append(field);
  let lines = 0;
  const measure = (): void => {
    if (!dom.isConnected) return;
    field.style.height = 'auto';
    const height = field.scrollHeight;
    field.style.height = '';
    component.setNodeStyle(data.autoHeight ? `height:${height + frameOf(dom)}px` : '', HEIGHT_SEGMENT);
    const count = Math.max(1, Math.round(height / lineHeight(field)));
    if (count === lines) return;
    lines = count;
    const rpx = 750 / self.host.frame.clientWidth;
    self.fire('linechange', { height, heightRpx: height * rpx, lineCount: count });
  };
  const { part, confirm, isComposing } = textField(self, field, { name: 'textarea', changed: measure });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || isComposing() || data.confirmType === 'return') return;
    event.preventDefault();
    confirm();
  });
  return {
    ...part,
    changed: {
      ...part.changed,
      autoHeight: measure,
      fixed: () => dom.toggleAttribute('phone-fixed', data.fixed),
    },
  };
});

/** In px: what the element's own edge takes of a height that counts it, so that the last line is not cut. */
function frameOf(dom: HTMLElement): number {
  const style = getComputedStyle(dom);
  if (style.boxSizing !== 'border-box') return 0;
  return [style.paddingTop, style.paddingBottom, style.borderTopWidth, style.borderBottomWidth]
    .map(Number.parseFloat)
    .reduce((sum, one) => sum + one, 0);
}

/** In px. What the style calls `normal` is the font's own height. */
function lineHeight(field: HTMLElement): number {
  const { lineHeight: given, font } = getComputedStyle(field);
  const height = Number.parseFloat(given);
  if (Number.isFinite(height)) return height;
  if (!ruler) return 1;
  ruler.font = font;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = ruler.measureText('字');
  return fontBoundingBoxAscent + fontBoundingBoxDescent || 1;
}
