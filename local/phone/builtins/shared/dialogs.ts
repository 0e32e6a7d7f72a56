import type { Host } from '../../runtime/host.js';
import { openLayer } from '../../wx/layer.js';
import { make } from './dom.js';

export interface DialogAction {
  label: string;
  kind: 'plain' | 'primary';
}

interface Dialog {
  kind: 'dialog' | 'sheet';
  title: string;
  body: readonly (HTMLElement | string)[];
  actions: readonly DialogAction[];
}

/** Shows WeChat asking or telling something. Resolves to the index of the action that was tapped. */
export function ask(host: Host, dialog: Dialog): Promise<number> {
  return new Promise((resolve) => {
    const layer = openLayer(host, {
      kind: dialog.kind,
      role: 'alertdialog',
      label: dialog.title,
      className: 'phone-ask',
    });
    const buttons = dialog.actions.map(({ label, kind }, index) => {
      const made = make('button', `phone-ask-action phone-ask-${kind}`, { type: 'button' }, [label]);
      made.addEventListener('click', () => {
        layer.close();
        resolve(index);
      });
      return made;
    });
    layer.body.append(
      make('div', 'phone-ask-title', {}, [dialog.title]),
      make('div', 'phone-ask-body', {}, dialog.body),
      make('div', 'phone-ask-actions', {}, buttons),
    );
  });
}
