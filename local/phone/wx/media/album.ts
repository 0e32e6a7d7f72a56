/** The album: sample pictures and the computer's own files, several of which can be chosen. */
import type { Host } from '../../runtime/host';
import { button, element } from '../dom';
import { openLayer } from '../layer';
import { pickFiles } from './pick-files';
import { SAMPLES, sampleFile } from './samples';

interface AlbumOptions {
  count: number;
  /** Of the `accept` attribute: `image/*`, `video/*` or both. */
  accept: string;
}

/** Resolves to the chosen files in the order of choosing; to none when it is cancelled. */
export function chooseFromAlbum(host: Host, options: AlbumOptions): Promise<File[]> {
  return new Promise((resolve, reject) => {
    const chosen: File[] = [];
    const addresses: string[] = [];
    const finish = (files: File[]): void => {
      layer.close();
      for (const address of addresses) URL.revokeObjectURL(address);
      resolve(files);
    };
    const layer = openLayer(host, {
      kind: 'screen',
      label: '相册',
      className: 'phone-plain phone-album',
      onDismiss: () => finish([]),
    });
    const grid = element('div', 'phone-album__grid');
    const done = button('phone-album__done', '完成', () => finish(chosen));

    function show(): void {
      done.disabled = chosen.length === 0;
      done.textContent = chosen.length === 0 ? '完成' : `完成(${chosen.length})`;
      for (const tile of grid.querySelectorAll<HTMLElement>('.phone-album__tile')) {
        const order = chosen.findIndex((file) => file.name === tile.dataset.name);
        tile.setAttribute('aria-pressed', String(order >= 0));
        tile.dataset.order = order >= 0 ? String(order + 1) : '';
      }
    }

    function toggle(file: File): void {
      const at = chosen.indexOf(file);
      if (at >= 0) chosen.splice(at, 1);
      else if (chosen.length < options.count) chosen.push(file);
      show();
    }

    function addTile(file: File): void {
      const tile = button('phone-album__tile', '', () => toggle(file));
      tile.dataset.name = file.name;
      tile.setAttribute('aria-label', file.name);
      const address = URL.createObjectURL(file);
      addresses.push(address);
      if (file.type.startsWith('image/')) tile.append(element('img', '', { src: address, alt: '' }));
      else tile.append(element('span', 'phone-album__name', {}, [file.name]));
      grid.append(tile);
    }

    async function fromComputer(): Promise<void> {
      const files = await pickFiles(host, { accept: options.accept, multiple: options.count > 1 });
      for (const file of files) {
        addTile(file);
        if (chosen.length < options.count) chosen.push(file);
      }
      show();
    }

    const open = button('phone-album__open', '电脑里的文件…', () => {
      fromComputer().catch(reject);
    });
    layer.body.append(
      element('div', 'phone-plain__bar', {}, [
        button('phone-plain__back', '取消', () => finish([])),
        element('div', 'phone-plain__title', {}, ['相册']),
      ]),
      grid,
      element('div', 'phone-album__bar', {}, [open, done]),
    );
    show();
    if (!options.accept.includes('image')) return;
    Promise.all(SAMPLES.map(sampleFile))
      .then((samples) => {
        for (const sample of samples) addTile(sample);
      })
      .catch(reject);
  });
}
