import { type Api, ApiFailure, asyncApis, type Options, type Result } from '../api';
import { button, element } from '../dom';
import type { Kit } from '../kit';
import { openLayer } from '../layer';
import { flag, shownText, text } from '../options';

const BUTTON_TEXT_LIMIT = 4;

/** wx.showModal: one question, answered by one or two buttons, optionally with a line of text. */
export function modalApis({ host }: Kit): Api {
  return asyncApis(host, {
    showModal: (options) => ask(options),
  });

  function ask(options: Options): Promise<Result> {
    const title = shownText(options, 'title');
    const content = shownText(options, 'content');
    const editable = flag(options, 'editable');
    const showCancel = flag(options, 'showCancel', true);
    const cancelText = buttonText(options, 'cancelText', '取消');
    const confirmText = buttonText(options, 'confirmText', '确定');

    return new Promise((resolve) => {
      const layer = openLayer(host, {
        kind: 'dialog',
        role: 'alertdialog',
        label: title || content || confirmText,
        className: 'phone-modal',
        // The back key cancels where there is a cancel.
        ...(showCancel ? { onDismiss: () => answer(false) } : {}),
      });
      const field = editable
        ? element('textarea', 'phone-modal__field', {
            placeholder: text(options, 'placeholderText'),
            rows: '1',
            'aria-label': title || text(options, 'placeholderText'),
          })
        : undefined;
      if (field) field.value = content;
      const answer = (confirmed: boolean): void => {
        layer.close();
        const typed = field && confirmed ? { content: field.value } : { content: null };
        resolve({ confirm: confirmed, cancel: !confirmed, ...typed });
      };
      const cancel = button('phone-modal__button phone-modal__cancel', cancelText, () => answer(false));
      cancel.style.color = text(options, 'cancelColor');
      const confirm = button('phone-modal__button phone-modal__confirm', confirmText, () => answer(true));
      confirm.style.color = text(options, 'confirmColor');
      layer.body.append(
        element('div', 'phone-modal__text', {}, [
          title === '' ? undefined : element('div', 'phone-modal__title', {}, [title]),
          field ?? (content === '' ? undefined : element('div', 'phone-modal__content', {}, [content])),
        ]),
        element('div', 'phone-modal__buttons', {}, showCancel ? [cancel, confirm] : [confirm]),
      );
      field?.focus({ preventScroll: true });
    });
  }
}

function buttonText(options: Options, name: 'cancelText' | 'confirmText', fallback: string): string {
  const given = shownText(options, name, fallback);
  if ([...given].length > BUTTON_TEXT_LIMIT) {
    throw new ApiFailure(`${name} length should not larger than ${BUTTON_TEXT_LIMIT} Chinese characters`);
  }
  return given === '' ? fallback : given;
}
