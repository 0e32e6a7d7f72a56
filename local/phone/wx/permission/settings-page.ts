import type { Host } from '../../runtime/host';
import { button, element } from '../dom';
import { openLayer } from '../layer';
import { SCOPES } from './scopes';
import type { Settings } from './settings';
import { templateTitles } from './template-titles';

/** WeChat's settings page of the mini program: the scopes it asked for, and its messages. Resolves when it is left. */
export async function openSettingsPage(host: Host, settings: Settings): Promise<void> {
  const title = await templateTitles(host, Object.keys(settings.subscriptions));
  return new Promise((resolve) => {
    const leave = (): void => {
      layer.close();
      resolve();
    };
    const layer = openLayer(host, {
      kind: 'screen',
      label: '设置',
      className: 'phone-plain phone-settings',
      onDismiss: leave,
    });
    const scopes = Object.keys(settings.scopes).map((scope) =>
      row(SCOPES[scope]?.title ?? scope, settings.scopes[scope] === true, (on) =>
        settings.setScope(scope, on),
      ),
    );
    const templates = Object.keys(settings.subscriptions).map((template) =>
      row(title(template), settings.subscriptions[template] === 'accept', (on) =>
        settings.setSubscription(template, on ? 'accept' : 'reject'),
      ),
    );
    layer.body.append(
      element('div', 'phone-plain__bar', {}, [
        button('phone-plain__back', '返回', leave),
        element('div', 'phone-plain__title', {}, ['设置']),
      ]),
      scopes.length === 0
        ? element('div', 'phone-settings__note', {}, ['小程序还没有申请过任何权限'])
        : element('div', 'phone-settings__group', {}, scopes),
      element('div', 'phone-settings__note', {}, ['订阅消息']),
      element('div', 'phone-settings__group', {}, [
        row('接收通知', settings.messagesAllowed, (on) => {
          settings.messagesAllowed = on;
        }),
        ...templates,
      ]),
    );
  });
}

function row(title: string, on: boolean, change: (on: boolean) => void): HTMLElement {
  const knob = button('phone-switch', '', () => {
    const next = knob.getAttribute('aria-checked') !== 'true';
    knob.setAttribute('aria-checked', String(next));
    change(next);
  });
  knob.setAttribute('role', 'switch');
  knob.setAttribute('aria-checked', String(on));
  knob.setAttribute('aria-label', title);
  return element('div', 'phone-settings__row', {}, [title, knob]);
}
