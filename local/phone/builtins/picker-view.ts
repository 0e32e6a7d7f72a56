import { elementOf } from '../runtime/easel.js';
import { cssLengths } from '../runtime/units.js';
import { builtIn } from './shared/define.js';
import { register } from './shared/registry.js';
import { nested } from './shared/shell.js';
import { scopedClasses } from './shared/style-scope.js';
import { createWheel, type Wheel } from './shared/wheel.js';

/** Look and state that a picker-view gives to its columns. */
interface PickerView {
  readonly columns: Set<Column>;
  indexOf(column: Column): number;
  decorate(column: Column): void;
  started(): void;
  settled(): void;
}

interface Column {
  readonly dom: HTMLElement;
  readonly indicator: HTMLElement;
  readonly mask: HTMLElement;
  readonly wheel: Wheel;
  measure(): void;
}

const views = new WeakMap<object, PickerView>();

const properties = {
  value: null,
  indicatorStyle: '',
  indicatorClass: '',
  maskStyle: '',
  maskClass: '',
  immediateChange: false,
  name: '',
};

/** https://developers.weixin.qq.com/miniprogram/dev/component/picker-view.html */
export const pickerView = builtIn(
  'picker-view',
  properties,
  (self) => {
    const { component, dom, data } = self;
    const columns = new Set<Column>();
    const inOrder = (): Column[] =>
      [...dom.querySelectorAll('wx-picker-view-column')].flatMap((at) =>
        [...columns].filter((column) => column.dom === at),
      );
    const wanted = (at: number): number => {
      const value: unknown = Array.isArray(data.value) ? data.value[at] : 0;
      return typeof value === 'number' && Number.isFinite(value) ? value : 0;
    };
    const turnAll = (): void => {
      for (const [at, { wheel }] of inOrder().entries()) wheel.show(wanted(at));
    };
    const view: PickerView = {
      columns,
      indexOf: (column) => wanted(inOrder().indexOf(column)),
      decorate(column) {
        column.indicator.className = `wx-picker-view-indicator ${scopedClasses(component, data.indicatorClass)}`;
        column.indicator.setAttribute('style', cssLengths(data.indicatorStyle));
        column.mask.className = `wx-picker-view-mask ${scopedClasses(component, data.maskClass)}`;
        column.mask.setAttribute('style', cssLengths(data.maskStyle));
        column.measure();
      },
      started: () => self.fire('pickstart', {}),
      settled() {
        const value = inOrder().map(({ wheel }) => wheel.index);
        const before = inOrder().map((_, at) => wanted(at));
        self.fire('pickend', {});
        if (value.every((index, at) => index === before[at])) return;
        self.set({ value });
        self.fire('change', { value });
      },
    };
    views.set(component, view);
    register.field(component, {
      read: () => inOrder().map(({ wheel }) => wheel.index),
      reset: () => self.set({ value: [] }),
    });
    const decorateAll = (): void => {
      for (const column of columns) view.decorate(column);
    };
    return {
      changed: {
        value: turnAll,
        indicatorStyle: decorateAll,
        indicatorClass: decorateAll,
        maskStyle: decorateAll,
        maskClass: decorateAll,
      },
    };
  },
  nested('wx-picker-view-wrapper'),
);

/** https://developers.weixin.qq.com/miniprogram/dev/component/picker-view-column.html */
export const pickerViewColumn = builtIn(
  'picker-view-column',
  {},
  (self) => {
    const { dom, wrappers, host } = self;
    const [group, mask, indicator, content] = wrappers;
    if (!group || !mask || !indicator || !content) throw new Error('a column has four inner elements');
    let view: PickerView | undefined;
    let rowHeight = 0;
    const { wheel, release } = createWheel({
      dom,
      content,
      still: host.boot.automated,
      count: () => content.children.length,
      rowHeight: () => rowHeight || indicator.offsetHeight || 1,
      label: (index) => content.children[index]?.textContent?.trim() ?? '',
      started: () => view?.started(),
      settled: () => view?.settled(),
    });
    const measure = (): void => {
      rowHeight = indicator.offsetHeight;
      dom.style.setProperty('--phone-wheel-row', `${rowHeight}px`);
      dom.style.setProperty('--phone-wheel-half', `${rowHeight / 2}px`);
      wheel.refresh();
    };
    const column: Column = { dom, indicator, mask, wheel, measure };
    const rows = new MutationObserver(() => wheel.show(view?.indexOf(column) ?? 0));
    rows.observe(content, { childList: true });
    const size = new ResizeObserver(measure);
    size.observe(indicator);
    self.onDetach(() => {
      release();
      rows.disconnect();
      size.disconnect();
    });
    return {
      attached: () => {
        const around = elementOf(dom.closest('wx-picker-view'));
        view = around && views.get(around);
        view?.columns.add(column);
        view?.decorate(column);
        wheel.show(view?.indexOf(column) ?? 0);
      },
      detached: () => view?.columns.delete(column),
    };
  },
  {
    className: 'wx-picker-view-group',
    inside: [
      { className: 'wx-picker-view-mask' },
      { className: 'wx-picker-view-indicator' },
      { className: 'wx-picker-view-content', slot: '' },
    ],
  },
);
