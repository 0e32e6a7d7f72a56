import type { Host } from '../../runtime/host';
import { element } from '../dom';

/** The computer's own file dialog. Resolves to nothing when it is cancelled. */
export function pickFiles(host: Host, wanted: { accept: string; multiple: boolean }): Promise<File[]> {
  return new Promise((resolve) => {
    const input = element('input', 'phone-file-input', { type: 'file', accept: wanted.accept });
    input.multiple = wanted.multiple;
    const finish = (): void => {
      input.remove();
      resolve([...(input.files ?? [])]);
    };
    input.addEventListener('change', finish);
    input.addEventListener('cancel', finish);
    host.overlay.append(input);
    input.click();
  });
}
