/** One permission dialog a scope: asked once, remembered, changed afterwards only on the settings page. */
import type { Host } from '../../runtime/host';
import { ApiFailure } from '../api';
import { button, element } from '../dom';
import { openLayer } from '../layer';
import { ALWAYS_GRANTED, SCOPES } from './scopes';
import type { Settings } from './settings';

/** WeChat's number for a refusal by the person. */
const DENIED = { errno: 103 };

export class Permissions {
  private readonly host: Host;
  private readonly settings: Settings;
  private readonly asking = new Map<string, Promise<boolean>>();

  constructor(host: Host, settings: Settings) {
    this.host = host;
    this.settings = settings;
  }

  /** Resolves when the scope is granted; rejects with ApiFailure `auth deny` when it is not. */
  async require(scope: string): Promise<void> {
    if (ALWAYS_GRANTED.has(scope)) return;
    const known = this.settings.scopes[scope];
    if (known === true) return;
    if (known === false) throw new ApiFailure('auth deny', DENIED);
    if (!(await this.ask(scope))) throw new ApiFailure('auth deny', DENIED);
  }

  private ask(scope: string): Promise<boolean> {
    const { asks } = SCOPES[scope] ?? {};
    if (asks === undefined) throw new ApiFailure(`invalid scope "${scope}"`);
    const before = this.asking.get(scope);
    if (before) return before;
    const answer = askPerson(this.host, asks).then((allowed) => {
      this.settings.setScope(scope, allowed);
      this.asking.delete(scope);
      return allowed;
    });
    this.asking.set(scope, answer);
    return answer;
  }
}

function askPerson(host: Host, asks: string): Promise<boolean> {
  return new Promise((resolve) => {
    const layer = openLayer(host, {
      kind: 'sheet',
      role: 'alertdialog',
      label: `申请${asks}`,
      className: 'phone-permission',
    });
    const answer = (allowed: boolean): void => {
      layer.close();
      resolve(allowed);
    };
    layer.body.append(
      element('div', 'phone-permission__app', {}, [
        element('span', 'phone-permission__mark'),
        appName(host),
        element('span', 'phone-permission__quiet', {}, ['申请']),
      ]),
      element('div', 'phone-permission__asks', {}, [asks]),
      element('div', 'phone-permission__buttons', {}, [
        button('phone-permission__button phone-permission__refuse', '拒绝', () => answer(false)),
        button('phone-permission__button phone-permission__allow', '允许', () => answer(true)),
      ]),
    );
  });
}

/** The mini program's name as far as the phone knows it. */
export function appName(host: Host): string {
  const title = host.appJson.window?.navigationBarTitleText;
  return typeof title === 'string' && title !== '' ? title : '小程序';
}
