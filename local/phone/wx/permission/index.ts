/** Login, scopes, settings and privacy. */
import { type Api, ApiFailure, asyncApis, type Options } from '../api';
import type { Kit } from '../kit';
import { flag, requiredText } from '../options';
import { SCOPES } from './scopes';
import { openSettingsPage } from './settings-page';

export function permissionApis({ host, settings, permissions, privacy }: Kit): Api {
  const settingResult = (options: Options) => ({
    authSetting: {
      'scope.address': true,
      'scope.invoice': true,
      'scope.invoiceTitle': true,
      ...settings.scopes,
    },
    ...(flag(options, 'withSubscriptions')
      ? {
          subscriptionsSetting: {
            mainSwitch: settings.messagesAllowed,
            itemSettings: { ...settings.subscriptions },
          },
        }
      : {}),
  });

  return {
    onNeedPrivacyAuthorization: (handler: unknown) => privacy.onNeeded(handler),
    ...asyncApis(host, {
      // The code is worth nothing outside the stand-in, which knows the caller by its session.
      login: () => ({ code: crypto.randomUUID().replaceAll('-', '') }),
      checkSession: () => undefined,
      getUserInfo: anonymous,
      getUserProfile: anonymous,
      getSetting: settingResult,
      async authorize(options) {
        const scope = requiredText(options, 'scope');
        if (!(scope in SCOPES) && !scope.startsWith('scope.'))
          throw new ApiFailure(`invalid scope "${scope}"`);
        await permissions.require(scope);
        return undefined;
      },
      async openSetting(options) {
        await openSettingsPage(host, settings);
        return settingResult(options);
      },
      getPrivacySetting: () => ({
        needAuthorization: privacy.needed,
        privacyContractName: privacy.contractName,
      }),
      async requirePrivacyAuthorize() {
        await privacy.require('requirePrivacyAuthorize');
        return undefined;
      },
      openPrivacyContract() {
        privacy.openContract();
        return undefined;
      },
    }),
  };
}

/** WeChat answers everybody with this profile since 2022. What is signed or encrypted, only WeChat can make. */
function anonymous(options: Options) {
  if (flag(options, 'withCredentials')) {
    throw new ApiFailure('withCredentials is not supported by this phone');
  }
  const userInfo = {
    nickName: '微信用户',
    avatarUrl: '',
    gender: 0,
    country: '',
    province: '',
    city: '',
    language: 'zh_CN',
    is_demote: true,
  };
  return { userInfo, rawData: JSON.stringify(userInfo) };
}
