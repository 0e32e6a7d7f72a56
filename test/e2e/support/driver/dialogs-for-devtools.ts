import type { MiniProgram } from '../client';

/** A dialog of WeChat's own that is open now, as the mini program asked for it. */
export interface OpenDialog {
  kind: 'modal' | 'call';
  title: string;
  content: string;
  confirm: string;
  /** '' when there is nothing to cancel. */
  cancel: string;
}

/*
 * DevTools presses the buttons of a modal, but reads none of it, and presses nothing of the sheet for a telephone
 * call. So the mini program's own question is noted on its way, and the call is answered by the test. As text: see
 * `cloud-for-devtools.ts`.
 */
const NOTE_MODAL = `function (options) {
  var app = getApp();
  app.testDialog = {
    kind: 'modal',
    title: options.title || '',
    content: options.content || '',
    confirm: options.confirmText || '确定',
    cancel: options.showCancel === false ? '' : options.cancelText || '取消'
  };
  return this.origin(options).then(function (answer) {
    app.testDialog = null;
    return answer;
  });
}`;
const HOLD_CALL = `function (options) {
  var app = getApp();
  app.testDialog = { kind: 'call', title: options.phoneNumber, content: '', confirm: '呼叫', cancel: '取消' };
  return new Promise(function (resolve) {
    app.testAnswer = function (confirmed) {
      app.testDialog = null;
      resolve({ errMsg: confirmed ? 'makePhoneCall:ok' : 'makePhoneCall:fail cancel' });
    };
  });
}`;

export async function noteDialogs(mini: MiniProgram): Promise<void> {
  await mini.mockWxMethod('showModal', NOTE_MODAL);
  await mini.mockWxMethod('makePhoneCall', HOLD_CALL);
}

export async function openDialog(mini: MiniProgram): Promise<OpenDialog | undefined> {
  const noted: unknown = await mini.evaluate('function () { return getApp().testDialog || null; }');
  // What the two functions above have left there.
  return (noted ?? undefined) as OpenDialog | undefined;
}

export async function answerDialog(mini: MiniProgram, dialog: OpenDialog, confirmed: boolean): Promise<void> {
  if (dialog.kind === 'call')
    await mini.evaluate('function (confirmed) { getApp().testAnswer(confirmed); }', confirmed);
  else await mini.native()[confirmed ? 'confirmModal' : 'cancelModal']();
}
