import type { Host } from '../../runtime/host';
import { type Api, ApiFailure, asyncApis } from '../api';
import { button, element } from '../dom';
import type { Kit } from '../kit';
import { openLayer } from '../layer';
import { requiredTexts, text } from '../options';

const ITEM_LIMIT = 6;

interface SheetChoice {
  items: readonly string[];
  alertText?: string;
  /** A CSS colour; '' for the usual one. */
  color?: string;
  cancelText?: string;
}

/** A sheet of choices from below. Answers the index that was tapped, or undefined when it was cancelled. */
export function chooseFromSheet(host: Host, choice: SheetChoice): Promise<number | undefined> {
  return new Promise((resolve) => {
    const finish = (index: number | undefined): void => {
      layer.close();
      resolve(index);
    };
    const layer = openLayer(host, {
      kind: 'sheet',
      label: choice.alertText || '请选择',
      className: 'phone-action-sheet',
      onDismiss: () => finish(undefined),
    });
    const items = choice.items.map((label, index) => {
      const item = button('phone-action-sheet__item', label, () => finish(index));
      item.style.color = choice.color ?? '';
      return item;
    });
    layer.body.append(
      element('div', 'phone-action-sheet__group', {}, [
        choice.alertText ? element('div', 'phone-action-sheet__alert', {}, [choice.alertText]) : undefined,
        ...items,
      ]),
      button('phone-action-sheet__item phone-action-sheet__cancel', choice.cancelText ?? '取消', () =>
        finish(undefined),
      ),
    );
  });
}

/** wx.showActionSheet. */
export function actionSheetApis({ host }: Kit): Api {
  return asyncApis(host, {
    async showActionSheet(options) {
      const items = requiredTexts(options, 'itemList');
      if (items.length === 0) throw new ApiFailure('parameter error: itemList should not be empty');
      if (items.length > ITEM_LIMIT) {
        throw new ApiFailure(`parameter error: itemList should not be large than ${ITEM_LIMIT}`);
      }
      const tapIndex = await chooseFromSheet(host, {
        items,
        alertText: text(options, 'alertText'),
        color: text(options, 'itemColor'),
      });
      if (tapIndex === undefined) throw new ApiFailure('cancel');
      return { tapIndex };
    },
  });
}
