import type { ComponentSpace } from '../runtime/easel.js';
import type { Host } from '../runtime/host.js';
import { button } from './button.js';
import { canvas } from './canvas.js';
import { checkbox, checkboxGroup } from './checkbox.js';
import { form } from './form.js';
import { icon } from './icon.js';
import { coverImage, image } from './image.js';
import { input } from './input.js';
import { label } from './label.js';
import { matchMediaComponent } from './match-media.js';
import { movableArea, movableView } from './movable.js';
import { navigator_ } from './navigator.js';
import { navigationBar, pageMeta } from './page-meta.js';
import { picker } from './picker.js';
import { pickerView, pickerViewColumn } from './picker-view.js';
import { progress } from './progress.js';
import { radio, radioGroup } from './radio.js';
import { richText } from './rich-text.js';
import { rootPortal } from './root-portal.js';
import { scrollView } from './scroll-view.js';
import type { BuiltIn } from './shared/define.js';
import { watchHover } from './shared/hover.js';
import { listenToKeys } from './shared/keyboard.js';
import { scrollByMouse } from './shared/mouse-scroll.js';
import { tapByKeyboard } from './shared/tap.js';
import { slider } from './slider.js';
import { map, standIns, webView } from './stand-ins.js';
import { swiper, swiperItem } from './swiper.js';
import { switchComponent } from './switch.js';
import { text } from './text.js';
import { textarea } from './textarea.js';
import { video } from './video.js';
import { coverView, shareElement, view } from './view.js';

const BUILT_INS: readonly BuiltIn[] = [
  view,
  coverView,
  shareElement,
  text,
  image,
  coverImage,
  icon,
  progress,
  button,
  form,
  label,
  input,
  textarea,
  checkbox,
  checkboxGroup,
  radio,
  radioGroup,
  switchComponent,
  slider,
  picker,
  pickerView,
  pickerViewColumn,
  scrollView,
  swiper,
  swiperItem,
  movableArea,
  movableView,
  richText,
  navigator_,
  canvas,
  video,
  map,
  webView,
  rootPortal,
  pageMeta,
  navigationBar,
  matchMediaComponent,
  ...standIns,
];

/** Defines WeChat's built-in components in a component space, and makes the phone's glass answer for them. */
export function registerBuiltins(space: ComponentSpace, host: Host): void {
  // app.json's `"style": "v2"` chooses the newer look of buttons and form controls.
  host.frame.classList.toggle('phone-style-v2', host.appJson.style === 'v2');
  watchHover(host.frame);
  tapByKeyboard(host.frame);
  listenToKeys(host);
  scrollByMouse(host.frame);
  for (const builtIn of BUILT_INS) builtIn.register(space, host);
}
