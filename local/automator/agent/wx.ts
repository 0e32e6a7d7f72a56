import { type Handlers, isRecord, list, optionalText, type Params, text } from './params';

/** Functions of `wx` that answer at once although their names do not end in Sync. */
const SYNCHRONOUS = new Set(
  `stopRecord getRecorderManager pauseVoice stopVoice pauseBackgroundAudio stopBackgroundAudio
  getBackgroundAudioManager createAudioContext createInnerAudioContext createVideoContext createCameraContext
  createMapContext canIUse startAccelerometer stopAccelerometer startCompass stopCompass hideToast hideLoading
  showNavigationBarLoading hideNavigationBarLoading navigateBack createAnimation pageScrollTo createSelectorQuery
  createCanvasContext createContext drawCanvas hideKeyboard stopPullDownRefresh arrayBufferToBase64
  base64ToArrayBuffer getSystemInfoSync getWindowInfo getAppBaseInfo getDeviceInfo getSystemSetting
  getAppAuthorizeSetting getMenuButtonBoundingClientRect getUpdateManager getFileSystemManager
  createIntersectionObserver`.split(/\s+/),
);

type Callable = (...args: unknown[]) => unknown;

const originals = new Map<string, Callable>();

function wxObject(): Record<string, unknown> {
  // `wx` is the mini program's own global, made by another part of the phone.
  return (globalThis as unknown as { wx: Record<string, unknown> }).wx;
}

function functionOf(method: string): Callable {
  const wx = wxObject();
  const found = method in wx ? wx[method] : undefined;
  if (typeof found !== 'function') throw new Error(`wx.${method} not exists`);
  // Whatever is a function can be called.
  return found as Callable;
}

function isSync(method: string): boolean {
  return method.endsWith('Sync') || SYNCHRONOUS.has(method);
}

/** A function from its text, as `evaluate` and `mockWxMethod` send it. Throws a SyntaxError that says so. */
export function compile(declaration: string): Callable {
  // Running the test's code inside the phone is what this is for; it sees only globals.
  const made: unknown = new Function(`return (${declaration})`)();
  if (typeof made !== 'function') throw new Error('functionDeclaration is not a function');
  return made as Callable;
}

function refusePlugins(params: Params): void {
  if (optionalText(params, 'pluginId') !== undefined)
    throw new Error('plugins are not supported by this phone');
}

async function call(params: Params): Promise<{ result: unknown }> {
  refusePlugins(params);
  const method = text(params, 'method');
  const args = list(params, 'args');
  const call_ = functionOf(method);
  if (isSync(method) && method !== 'navigateBack') return { result: await call_.apply(wxObject(), args) };
  const options = isRecord(args[0]) ? args[0] : {};
  return new Promise((resolve, reject) => {
    call_.call(wxObject(), {
      ...options,
      success: (result: unknown) => resolve({ result }),
      fail: (failure: unknown) => reject(new Error(reasonOf(failure, method))),
    });
  });
}

function reasonOf(failure: unknown, method: string): string {
  const message = isRecord(failure) ? String(failure.errMsg) : String(failure);
  return message.startsWith(`${method}:fail `) ? message.slice(`${method}:fail `.length) : message;
}

function mock(params: Params): void {
  refusePlugins(params);
  const method = text(params, 'method');
  if (/^(on|off)[A-Z]/.test(method)) throw new Error(`You can't mock wx.${method}`);
  const original = originals.get(method) ?? functionOf(method);
  const declaration = optionalText(params, 'functionDeclaration');
  if (declaration === undefined && !('result' in params)) {
    wxObject()[method] = original;
    originals.delete(method);
    return;
  }
  originals.set(method, original);
  const made = declaration === undefined ? () => params.result : compile(declaration);
  const self = { origin: original.bind(wxObject()) };
  const extra = list(params, 'args');
  wxObject()[method] = isSync(method)
    ? (...args: unknown[]) => made.apply(self, [...args, ...extra])
    : (options: unknown) =>
        answerLater(method, isRecord(options) ? options : {}, (plain) => made.apply(self, [plain, ...extra]));
}

/** What the mock returned goes the way that WeChat's own answer would go: to callbacks, or into a promise. */
function answerLater(
  method: string,
  options: Record<string, unknown>,
  made: (plain: Record<string, unknown>) => unknown,
): Promise<unknown> | undefined {
  const { success, fail, complete, ...plain } = options;
  const answer = (async () => {
    const result: unknown = await made(plain);
    const message = isRecord(result) ? result.errMsg : undefined;
    const ok = message === undefined || String(message).includes(`${method}:ok`);
    return { ok, result };
  })();
  if (![success, fail, complete].some((callback) => typeof callback === 'function')) {
    return answer.then(({ ok, result }) => {
      if (!ok) throw result;
      return result;
    });
  }
  void answer.then(({ ok, result }) => {
    const callback = ok ? success : fail;
    if (typeof callback === 'function') callback(result);
    if (typeof complete === 'function') complete(result);
  });
  return undefined;
}

export const wxHandlers: Handlers = {
  'App.callWxMethod': call,
  'App.mockWxMethod': mock,
};
