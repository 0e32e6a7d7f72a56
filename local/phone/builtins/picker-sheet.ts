import type { Host } from '../runtime/host.js';
import { openLayer } from '../wx/layer.js';
import type { PickerMode } from './picker-columns.js';
import { make } from './shared/dom.js';
import { createWheel, type Wheel } from './shared/wheel.js';

export interface PickerSheet {
  /**
   * The picker's attributes changed while it is open, as `columnchange` listeners do it. With `moved` the wheels
   * go to the new value, otherwise they stay as far as they can.
   */
  refresh(mode: PickerMode, moved: boolean): void;
  close(): void;
}

interface PickerAnswers {
  title: string;
  /** A wheel came to rest on another row. */
  turned(column: number, row: number): void;
  chosen(at: readonly number[]): void;
  cancelled(): void;
}

const ROW_HEIGHT = 40;

/** Shows the wheels of a picker from below, with 取消 and 确定. */
export function openPickerSheet(host: Host, first: PickerMode, answers: PickerAnswers): PickerSheet {
  let mode = first;
  let at: readonly number[] = mode.columns(mode.start()).at;
  let wheels: { wheel: Wheel; release: () => void; content: HTMLElement }[] = [];
  let rows: readonly (readonly string[])[] = [];
  const cancel = (): void => {
    close();
    answers.cancelled();
  };
  const layer = openLayer(host, {
    kind: 'sheet',
    label: answers.title || '请选择',
    className: 'phone-picker',
    onDismiss: cancel,
  });
  const row = make('div', 'phone-wheels phone-picker-wheels');
  const action = (label: string, act: () => void): HTMLButtonElement => {
    const button = make('button', '', { type: 'button' }, [label]);
    button.addEventListener('click', act);
    return button;
  };
  const confirm = (): void => {
    close();
    answers.chosen(at);
  };
  layer.body.append(
    make('div', 'phone-picker-head', {}, [
      action('取消', cancel),
      make('span', '', {}, [answers.title]),
      action('确定', confirm),
    ]),
    row,
  );

  function close(): void {
    for (const { release } of wheels) release();
    wheels = [];
    layer.close();
  }
  function settled(column: number, index: number): void {
    if (at[column] === index) return;
    const turned = at.map((old, each) =>
      each === column ? index : each > column && mode.restarts ? 0 : old,
    );
    at = mode.columns(turned).at;
    draw();
    answers.turned(column, index);
  }
  function addWheel(column: number): void {
    const content = make('div', 'wx-picker-view-content');
    const dom = make('div', 'phone-wheel', { 'aria-label': `第 ${column + 1} 列` }, [
      make('div', 'wx-picker-view-mask'),
      make('div', 'wx-picker-view-indicator phone-picker-indicator'),
      content,
    ]);
    row.append(dom);
    const made = createWheel({
      dom,
      content,
      still: host.boot.automated,
      count: () => rows[column]?.length ?? 0,
      rowHeight: () => ROW_HEIGHT,
      label: (index) => rows[column]?.[index] ?? '',
      settled: (index) => settled(column, index),
    });
    wheels.push({ ...made, content });
  }
  function draw(): void {
    const before = rows;
    ({ rows, at } = mode.columns(at));
    while (wheels.length < rows.length) addWheel(wheels.length);
    wheels.forEach(({ wheel, content }, column) => {
      const labels = rows[column] ?? [];
      if (!sameRows(before[column], labels)) {
        content.replaceChildren(...labels.map((label) => make('div', 'phone-wheel-item', {}, [label])));
      }
      if (wheel.index !== at[column] || !sameRows(before[column], labels)) wheel.show(at[column] ?? 0);
    });
  }
  draw();
  return {
    refresh(next, moved) {
      mode = next;
      if (moved) at = mode.start();
      draw();
    },
    close,
  };
}

function sameRows(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return a !== undefined && a.length === b.length && a.every((label, index) => label === b[index]);
}
