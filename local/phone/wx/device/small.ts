/** Vibration, screen, calendar, contacts: small services of the device. */
import { type Api, ApiFailure, asyncApis, type Options, type Result } from '../api';
import { element } from '../dom';
import type { Kit } from '../kit';
import { flag, requiredNumber, requiredText, text } from '../options';
import { showNotice } from '../ui/notice';

const VIBRATION_MS = { short: 15, long: 400 };

export function deviceApis({ host, permissions, privacy }: Kit): Api {
  let brightness = 1;
  let wakeLock: Promise<WakeLockSentinel | undefined> | undefined;
  const dimmer = element('div', 'phone-dimmer', { 'aria-hidden': 'true' });

  function vibrate(kind: 'short' | 'long', type?: string): undefined {
    navigator.vibrate?.(VIBRATION_MS[kind]);
    host.events.emit('vibrate', kind, type);
    return undefined;
  }

  async function addToCalendar(api: string, options: Options): Promise<Result | undefined> {
    const title = requiredText(options, 'title');
    const startTime = requiredNumber(options, 'startTime');
    await privacy.require(api);
    await permissions.require('scope.addPhoneCalendar');
    // Times are in seconds, as WeChat takes them.
    host.events.emit('calendarEvent', { ...withoutFunctions(options), title, startTime });
    showNotice(host, `已添加到日历：${title}`, 2500);
    return undefined;
  }

  return asyncApis(host, {
    vibrateShort(options) {
      const type = text(options, 'type', 'medium');
      if (!['heavy', 'medium', 'light'].includes(type)) throw new ApiFailure('style is not support');
      return vibrate('short', type);
    },
    vibrateLong: () => vibrate('long'),
    async setKeepScreenOn(options) {
      const keep = flag(options, 'keepScreenOn');
      const before = await wakeLock;
      wakeLock = keep ? (before ? wakeLock : lockScreen()) : undefined;
      if (!keep) await before?.release();
      return undefined;
    },
    setScreenBrightness(options) {
      const value = requiredNumber(options, 'value');
      if (!(value <= 1 && (value >= 0 || value === -1))) throw new ApiFailure('value should be in 0-1');
      // -1 gives the screen back to the system.
      brightness = value === -1 ? 1 : value;
      dimmer.style.opacity = String((1 - brightness) * 0.75);
      if (!dimmer.isConnected) host.overlay.append(dimmer);
      return undefined;
    },
    getScreenBrightness: () => ({ value: brightness }),
    setVisualEffectOnCapture: () => undefined,
    getScreenRecordingState: () => ({ state: 'off' }),
    addPhoneCalendar: (options) => addToCalendar('addPhoneCalendar', options),
    addPhoneRepeatCalendar: (options) => addToCalendar('addPhoneRepeatCalendar', options),
    hideKeyboard() {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      return undefined;
    },
    checkIsAddedToMyMiniProgram: () => ({ added: false }),
  });
}

/** A desktop browser may refuse: then the screen follows the computer's own rule, as before. */
async function lockScreen(): Promise<WakeLockSentinel | undefined> {
  try {
    return await navigator.wakeLock?.request('screen');
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

function withoutFunctions(options: Options): Result {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => typeof value !== 'function'));
}
