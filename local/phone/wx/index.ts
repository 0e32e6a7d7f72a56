/** The `wx` object of one phone. */
import type { Host } from '../runtime/host';
import { type Api, asyncApis } from './api';
import { backgroundAudioApis } from './audio/background';
import { playerApis } from './audio/player';
import { recorderApis } from './audio/recorder';
import { eventApis } from './base/events';
import { launchApis } from './base/launch';
import { systemApis } from './base/system';
import { canIUse } from './can-i-use';
import { canvasApis } from './canvas';
import { clipboardApis } from './device/clipboard';
import { phoneCallApis } from './device/phone-call';
import { deviceApis } from './device/small';
import { type Disk, openDisk } from './disk';
import { UNSUPPORTED, UNSUPPORTED_EVENTS, UNSUPPORTED_OBJECTS } from './documented';
import { documentApis } from './files/document';
import { fileApis } from './files/manager';
import { FileStore } from './files/store';
import type { Family, Kit } from './kit';
import { chooseApis } from './media/choose';
import { imageApis, offscreenCanvas } from './media/image';
import { previewApis } from './media/preview';
import { cloudApis } from './net/cloud';
import { connectionApis } from './net/connection';
import { requestApis } from './net/request';
import { requiredText } from './options';
import { createAnimation } from './page/animation';
import { fontApis } from './page/font';
import { navigationApis } from './page/navigation';
import { queryApis } from './page/query';
import { permissionApis } from './permission';
import { Permissions } from './permission/permissions';
import { Privacy } from './permission/privacy';
import { Settings } from './permission/settings';
import { subscribeApis } from './permission/subscribe';
import { scanApis } from './scan';
import { storageApis } from './storage';
import { DeviceStorage } from './storage/device-storage';
import { actionSheetApis } from './ui/action-sheet';
import { barApis } from './ui/bars';
import { modalApis } from './ui/modal';
import { scrollApis } from './ui/scroll';
import { Toast, toastApis } from './ui/toast';
import { named, reject, rejectMembers } from './unsupported';

const FAMILIES: readonly Family[] = [
  navigationApis,
  storageApis,
  toastApis,
  modalApis,
  actionSheetApis,
  barApis,
  scrollApis,
  systemApis,
  launchApis,
  eventApis,
  connectionApis,
  requestApis,
  cloudApis,
  fileApis,
  documentApis,
  chooseApis,
  canvasApis,
  imageApis,
  previewApis,
  recorderApis,
  playerApis,
  backgroundAudioApis,
  scanApis,
  phoneCallApis,
  deviceApis,
  permissionApis,
  subscribeApis,
  queryApis,
  fontApis,
  clipboardApis,
];

const disks = new WeakMap<Host, Disk>();

/** Reads what this device keeps. To be awaited before `createWx`, whose Sync functions answer from it. */
export async function prepareWx(host: Host): Promise<void> {
  disks.set(host, await openDisk(host));
}

/** Resolves when what this device was told to keep is written. */
export async function written(host: Host): Promise<void> {
  await disks.get(host)?.written();
}

/** The `wx` object. Throws when `prepareWx` has not finished for this host. */
export function createWx(host: Host): Record<string, unknown> {
  const disk = disks.get(host);
  if (!disk) throw new Error('prepareWx(host) must have finished before createWx(host)');
  const settings = new Settings(disk.settings);
  const storage = new DeviceStorage(disk.storage);
  if (disk.storage.initial.size === 0)
    for (const [key, value] of Object.entries(host.boot.storage)) storage.set(key, value);
  const kit: Kit = {
    host,
    settings,
    storage,
    files: new FileStore(disk.files, host.files),
    permissions: new Permissions(host, settings),
    privacy: new Privacy(host, settings),
    toast: new Toast(host),
  };
  const apis: Api = {};
  for (const family of FAMILIES) Object.assign(apis, family(kit));
  apis.createAnimation = createAnimation;
  apis.createOffscreenCanvas = offscreenCanvas;
  apis.canIUse = (schema: unknown) => canIUse(apis, String(schema));
  Object.assign(
    apis,
    asyncApis(host, {
      exitMiniProgram() {
        window.__phone?.setForeground(false);
        return undefined;
      },
      restartMiniProgram(options) {
        const address = new URL(location.href);
        address.searchParams.set('start', requiredText(options, 'path'));
        void disk.written().then(() => location.assign(address));
        return undefined;
      },
    }),
  );
  for (const name of UNSUPPORTED) apis[name] = reject(host, name);
  for (const name of UNSUPPORTED_OBJECTS) apis[name] = rejectMembers(host, name);
  for (const name of UNSUPPORTED_EVENTS) {
    apis[`on${name}`] = reject(host, `on${name}`);
    apis[`off${name}`] = reject(host, `off${name}`);
  }
  return named(host, 'wx', apis);
}
