/** wx.requestSubscribeMessage: one dialog, one choice a template, kept when the person says so. */
import type { Host } from '../../runtime/host';
import { type Api, ApiFailure, asyncApis } from '../api';
import { button, element } from '../dom';
import type { Kit } from '../kit';
import { openLayer } from '../layer';
import { callGateway } from '../net/gateway';
import { requiredTexts } from '../options';
import { appName } from './permissions';
import type { Choice } from './settings';
import { Taps } from './taps';
import { templateTitles } from './template-titles';

const TEMPLATE_LIMIT = 5;

export function subscribeApis({ host, settings }: Kit): Api {
  const taps = new Taps(host);
  return asyncApis(host, {
    async requestSubscribeMessage(options) {
      const templates = [...new Set(requiredTexts(options, 'tmplIds'))];
      check(templates);
      if (!taps.recent) throw new ApiFailure('can only be invoked by user TAP gesture.', { errCode: 20000 });
      if (host.conditions.network === 'none') throw new ApiFailure('Request list fail', { errCode: 10002 });
      if (!settings.messagesAllowed) {
        throw new ApiFailure('The main switch is switched off', { errCode: 20004 });
      }
      const kept = templates.filter((template) => settings.subscriptions[template] !== undefined);
      const open = templates.filter((template) => !kept.includes(template));
      const answer =
        open.length === 0
          ? { accepted: [], keep: false }
          : await ask(host, open, await templateTitles(host, open));
      const result: Record<string, Choice> = {};
      for (const template of kept) result[template] = settings.subscriptions[template] ?? 'reject';
      for (const template of open) {
        result[template] = answer.accepted.includes(template) ? 'accept' : 'reject';
        if (answer.keep) settings.setSubscription(template, result[template]);
      }
      await tellCloud(host, result);
      return result;
    },
  });
}

function check(templates: string[]): void {
  if (templates.length === 0) throw new ApiFailure("TmplIds can't be empty", { errCode: 10001 });
  if (templates.length > TEMPLATE_LIMIT) {
    throw new ApiFailure('Templates count out of max bounds', { errCode: 20003 });
  }
}

/** Each acceptance is one message that may be sent: WeChat's server counts them, here the stand-in does. */
async function tellCloud(host: Host, templates: Record<string, Choice>): Promise<void> {
  if (host.boot.cloud === '') return;
  try {
    await callGateway(host, {
      path: '/client/subscribe',
      body: JSON.stringify({ templates }),
      contentType: 'application/json',
    });
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    throw new ApiFailure('Request subscribe fail', { errCode: 10003 });
  }
}

interface Answer {
  accepted: string[];
  keep: boolean;
}

function ask(host: Host, templates: string[], title: (template: string) => string): Promise<Answer> {
  return new Promise((resolve) => {
    const layer = openLayer(host, {
      kind: 'sheet',
      role: 'alertdialog',
      label: '订阅消息',
      className: 'phone-permission phone-subscribe',
    });
    const boxes = templates.map((template) => ({ template, box: checkBox(title(template), true) }));
    const keep = checkBox('总是保持以上选择，不再询问', false);
    const answer = (allowed: boolean): void => {
      layer.close();
      resolve({
        accepted: boxes.filter(({ box }) => allowed && isChecked(box)).map(({ template }) => template),
        keep: isChecked(keep),
      });
    };
    layer.body.append(
      element('div', 'phone-permission__app', {}, [
        element('span', 'phone-permission__mark'),
        appName(host),
        element('span', 'phone-permission__quiet', {}, ['申请']),
      ]),
      element('div', 'phone-permission__asks', {}, ['向你发送以下消息']),
      element(
        'div',
        'phone-subscribe__templates',
        {},
        boxes.map(({ box }) => box),
      ),
      keep,
      element('div', 'phone-permission__buttons', {}, [
        button('phone-permission__button phone-permission__refuse', '取消', () => answer(false)),
        button('phone-permission__button phone-permission__allow', '允许', () => answer(true)),
      ]),
    );
  });
}

function checkBox(label: string, checked: boolean): HTMLButtonElement {
  const box = button('phone-check', label, () => box.setAttribute('aria-checked', String(!isChecked(box))));
  box.setAttribute('role', 'checkbox');
  box.setAttribute('aria-checked', String(checked));
  return box;
}

function isChecked(box: HTMLElement): boolean {
  return box.getAttribute('aria-checked') === 'true';
}
