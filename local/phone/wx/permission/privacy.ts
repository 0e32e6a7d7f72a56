/**
 * WeChat's privacy authorisation: before the first function that touches personal data runs, the mini program
 * (`onNeedPrivacyAuthorization`) or WeChat's own sheet asks whether the privacy contract is accepted.
 * In force when app.json says `"__usePrivacyCheck__": true`.
 */
import type { Host } from '../../runtime/host';
import { ApiFailure, isFunction, isRecord } from '../api';
import { button, element } from '../dom';
import { openLayer } from '../layer';
import { appName } from './permissions';
import type { Settings } from './settings';

/** Having refused, a person is left alone for this long: calls fail without a question. */
const QUIET_AFTER_REFUSAL_MS = 10_000;

type Handler = (resolve: (answer: unknown) => void, info: { referrer: string }) => unknown;

export class Privacy {
  private readonly host: Host;
  private readonly settings: Settings;
  private handler: Handler | undefined;
  private asking: Promise<boolean> | undefined;
  private refusedAt = Number.NEGATIVE_INFINITY;

  constructor(host: Host, settings: Settings) {
    this.host = host;
    this.settings = settings;
    host.events.on('agreePrivacyAuthorization', () => this.agree());
  }

  get needed(): boolean {
    return this.host.appJson.__usePrivacyCheck__ === true && !this.settings.privacyAgreed;
  }

  get contractName(): string {
    return `《${appName(this.host)}小程序隐私保护指引》`;
  }

  /** The last listener counts, as WeChat documents. */
  onNeeded(handler: unknown): void {
    if (isFunction(handler)) this.handler = handler;
  }

  agree(): void {
    this.settings.privacyAgreed = true;
  }

  /** Resolves when the contract is accepted; rejects with ApiFailure when it is refused. `api` is who needs it. */
  async require(api: string): Promise<void> {
    if (!this.needed) return;
    // Monotonic time: the phone's own clock may be moved meanwhile.
    if (performance.now() - this.refusedAt < QUIET_AFTER_REFUSAL_MS) throw refused();
    this.asking ??= this.ask(api).finally(() => {
      this.asking = undefined;
    });
    if (await this.asking) return;
    this.refusedAt = performance.now();
    throw refused();
  }

  private async ask(api: string): Promise<boolean> {
    const agreed = this.handler ? await this.askProgram(this.handler, api) : await this.askPerson();
    if (agreed) this.agree();
    return agreed;
  }

  private askProgram(handler: Handler, api: string): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (answer: unknown): void => {
        const event = isRecord(answer) ? answer.event : undefined;
        // It only tells that the mini program has shown its own dialog; the answer is still to come.
        if (event === 'exposureAuthorization') return;
        if (event !== 'agree') {
          resolve(false);
          return;
        }
        if (this.settings.privacyAgreed) {
          resolve(true);
          return;
        }
        // Consent is a tap on the button made for it; the program's word alone is not enough.
        this.host.report({
          kind: 'wx',
          message: `wx.onNeedPrivacyAuthorization: resolve({event: 'agree'}) without a tap on <button open-type="agreePrivacyAuthorization">`,
        });
        resolve(false);
      };
      handler(settle, { referrer: api });
    });
  }

  private askPerson(): Promise<boolean> {
    return new Promise((resolve) => {
      const layer = openLayer(this.host, {
        kind: 'sheet',
        role: 'alertdialog',
        label: '用户隐私保护提示',
        className: 'phone-permission',
      });
      const answer = (agreed: boolean): void => {
        layer.close();
        resolve(agreed);
      };
      layer.body.append(
        element('div', 'phone-permission__app', {}, [
          element('span', 'phone-permission__mark'),
          appName(this.host),
        ]),
        element('div', 'phone-permission__asks', {}, ['用户隐私保护提示']),
        element('div', 'phone-permission__note', {}, [
          '在使用该功能前，请先阅读并同意',
          button('phone-permission__link', this.contractName, () => this.openContract()),
          '。',
        ]),
        element('div', 'phone-permission__buttons', {}, [
          button('phone-permission__button phone-permission__refuse', '拒绝', () => answer(false)),
          button('phone-permission__button phone-permission__allow', '同意', () => answer(true)),
        ]),
      );
    });
  }

  /** WeChat shows the contract that the operator wrote on its site; here is only its place. */
  openContract(): void {
    const layer = openLayer(this.host, {
      kind: 'screen',
      label: this.contractName,
      className: 'phone-plain',
      onDismiss: () => layer.close(),
    });
    layer.body.append(
      element('div', 'phone-plain__bar', {}, [
        button('phone-plain__back', '返回', () => layer.close()),
        element('div', 'phone-plain__title', {}, ['隐私保护指引']),
      ]),
      element('div', 'phone-plain__text', {}, [
        element('h1', '', {}, [this.contractName]),
        element('p', '', {}, ['隐私保护指引的正文由运营者在微信公众平台填写，手机模拟器里没有。']),
      ]),
    );
  }
}

function refused(): ApiFailure {
  return new ApiFailure('privacy permission is not authorized', { errno: 104 });
}
