import type { GeneralComponent } from '../runtime/easel.js';
import type { Host } from '../runtime/host.js';
import { callWx } from './shared/call-wx.js';
import { ask } from './shared/dialogs.js';
import { make } from './shared/dom.js';

/** The button as its open type sees it. */
export interface OpenTypeButton {
  readonly host: Host;
  readonly component: GeneralComponent;
  readonly data: { readonly sendMessagePath: string };
  fire(name: string, detail?: unknown): void;
}

type Answer = (button: OpenTypeButton) => Promise<void>;

/** The test number that is shown and handed over: no real subscriber can have it. */
const SAMPLE_NUMBER = '138****0000';

const ANSWERS: Readonly<Record<string, Answer>> = {
  async share({ host, component }) {
    await host.share('button', { id: component.id, dataset: component.dataset });
  },
  getPhoneNumber: (button) => phoneNumber(button, 'getPhoneNumber'),
  getRealtimePhoneNumber: (button) => phoneNumber(button, 'getRealtimePhoneNumber'),
  async agreePrivacyAuthorization(button) {
    button.host.events.emit('agreePrivacyAuthorization', { buttonId: button.component.id });
    button.fire('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  },
  async openSetting(button) {
    const { authSetting } = await callWx('openSetting');
    button.fire('opensetting', { errMsg: 'openSetting:ok', authSetting });
  },
  async contact(button) {
    await tell(button.host, '客服会话', '客服会话要在微信里打开，这里没有客服接待。');
    const { path, query } = splitPath(button.data.sendMessagePath);
    button.fire('contact', { errMsg: 'enterContact:ok', path, query });
  },
  async feedback({ host }) {
    await tell(host, '意见反馈', '意见反馈页要在微信里打开，内容由运营者在后台查看。');
  },
  async chooseAvatar(button) {
    const picked = await callWx('chooseMedia', { count: 1, mediaType: ['image'] }).catch(() => undefined);
    const [file] = Array.isArray(picked?.tempFiles) ? picked.tempFiles : [];
    if (file) button.fire('chooseavatar', { avatarUrl: file.tempFilePath });
  },
  async getUserInfo(button) {
    // WeChat answers everybody with the anonymous profile since it withdrew this open type.
    const userInfo = {
      nickName: '微信用户',
      avatarUrl: '',
      gender: 0,
      province: '',
      city: '',
      country: '',
      language: 'zh_CN',
    };
    button.fire('getuserinfo', { errMsg: 'getUserInfo:ok', userInfo, rawData: JSON.stringify(userInfo) });
  },
  async launchApp(button) {
    button.fire('error', { errMsg: 'launchApp:fail invalid scene' });
  },
  // Libraries write it for a button that opens nothing.
  none: () => Promise.resolve(),
};

/** Several open types may be joined: `getPhoneNumber|agreePrivacyAuthorization`. The consent goes first. */
export async function answerOpenType(button: OpenTypeButton, openType: string): Promise<void> {
  const types = openType
    .split('|')
    .sort((a, b) => Number(b.startsWith('agree')) - Number(a.startsWith('agree')));
  for (const type of types) {
    const answer = ANSWERS[type];
    if (answer) await answer(button);
    else
      button.host.report({
        kind: 'component',
        message: `<button open-type="${type}"> is not supported by this phone`,
      });
  }
}

async function phoneNumber({ host, fire }: OpenTypeButton, name: string): Promise<void> {
  const choice = await ask(host, {
    kind: 'sheet',
    title: '申请获取并验证你的手机号',
    body: [
      make('div', 'phone-ask-number', {}, [SAMPLE_NUMBER]),
      make('div', 'phone-ask-note', {}, ['演示号码；真实号码只有微信能给']),
    ],
    actions: [
      { label: '不允许', kind: 'plain' },
      { label: '允许', kind: 'primary' },
    ],
  });
  const event = name.toLowerCase();
  if (choice === 1) fire(event, { errMsg: `${name}:ok`, code: crypto.randomUUID().replaceAll('-', '') });
  else fire(event, { errMsg: `${name}:fail user deny`, errno: 103 });
}

async function tell(host: Host, title: string, text: string): Promise<void> {
  await ask(host, { kind: 'dialog', title, body: [text], actions: [{ label: '知道了', kind: 'primary' }] });
}

function splitPath(path: string): { path: string; query: Record<string, string> } {
  const [head = '', search = ''] = path.split('?');
  return { path: head, query: Object.fromEntries(new URLSearchParams(search)) };
}
