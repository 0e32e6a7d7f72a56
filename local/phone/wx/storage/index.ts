import { type Api, ApiFailure, asyncApis, isRecord, type Options } from '../api';
import type { Kit } from '../kit';
import { flag, requiredText } from '../options';

/** wx.setStorage, getStorage, removeStorage, clearStorage, getStorageInfo, the batch pair and their Sync forms. */
export function storageApis({ host, storage }: Kit): Api {
  return {
    ...asyncApis(host, {
      setStorage(options) {
        refuseEncryption(options);
        storage.set(keyOf(options), options.data);
        return undefined;
      },
      getStorage(options) {
        refuseEncryption(options);
        const found = storage.get(keyOf(options));
        if (!found) throw new ApiFailure('data not found');
        return { data: found.value };
      },
      removeStorage(options) {
        storage.remove(keyOf(options));
        return undefined;
      },
      clearStorage() {
        storage.clear();
        return undefined;
      },
      getStorageInfo: () => storage.info(),
      batchSetStorage(options) {
        for (const { key, value } of pairs(options.kvList)) storage.set(key, value);
        return undefined;
      },
      batchGetStorage: (options) => ({ dataList: values(options.keyList) }),
    }),
    setStorageSync: sync('setStorageSync', (key, value) => storage.set(keyOf({ key }), value)),
    getStorageSync: sync('getStorageSync', (key) => {
      const found = storage.get(keyOf({ key }));
      return found ? found.value : '';
    }),
    removeStorageSync: sync('removeStorageSync', (key) => storage.remove(keyOf({ key }))),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => storage.info(),
    batchSetStorageSync: sync('batchSetStorageSync', (list) => {
      for (const { key, value } of pairs(list)) storage.set(key, value);
    }),
    batchGetStorageSync: sync('batchGetStorageSync', (list) => values(list)),
  };

  function values(keyList: unknown): unknown[] {
    if (!Array.isArray(keyList)) throw new ApiFailure('parameter error: keyList should be an Array');
    return keyList.map((key) => storage.get(String(key))?.value ?? '');
  }
}

function keyOf(options: Options): string {
  const key = requiredText(options, 'key');
  if (key === '') throw new ApiFailure('parameter error: parameter.key should not be empty');
  return key;
}

function pairs(kvList: unknown): { key: string; value: unknown }[] {
  if (!Array.isArray(kvList)) throw new ApiFailure('parameter error: kvList should be an Array');
  return kvList.map((pair: unknown) => {
    if (!isRecord(pair)) throw new ApiFailure('parameter error: kvList should hold {key, value}');
    return { key: keyOf(pair), value: pair.value };
  });
}

function refuseEncryption(options: Options): void {
  if (flag(options, 'encrypt')) throw new ApiFailure('encrypt is not supported by this phone');
}

/** The Sync forms throw an Error whose message is WeChat's `errMsg`. */
function sync<A extends unknown[], R>(name: string, run: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    try {
      return run(...args);
    } catch (error) {
      throw new Error(`${name}:fail ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}
