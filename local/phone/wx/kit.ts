/** What the families of `wx` share: the phone they belong to, and the services that several of them use. */
import type { Host } from '../runtime/host';
import type { Api } from './api';
import type { FileStore } from './files/store';
import type { Permissions } from './permission/permissions';
import type { Privacy } from './permission/privacy';
import type { Settings } from './permission/settings';
import type { DeviceStorage } from './storage/device-storage';
import type { Toast } from './ui/toast';

export interface Kit {
  readonly host: Host;
  readonly storage: DeviceStorage;
  readonly files: FileStore;
  readonly settings: Settings;
  readonly permissions: Permissions;
  readonly privacy: Privacy;
  readonly toast: Toast;
}

export type Family = (kit: Kit) => Api;
