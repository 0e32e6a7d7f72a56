import type { Api } from './api';
import { isRefusing } from './unsupported';

/** Built-in components that this phone really has; the others are placeholders. */
const COMPONENTS = new Set(
  `view text image button input textarea form label checkbox checkbox-group radio radio-group switch slider picker
   picker-view picker-view-column scroll-view swiper swiper-item movable-area movable-view rich-text progress icon
   canvas cover-view cover-image root-portal navigator page-meta navigation-bar match-media video block slot`.split(
    /\s+/,
  ),
);

/** Open types of the button whose work is really done. */
const OPEN_TYPES = new Set([
  'share',
  'getPhoneNumber',
  'agreePrivacyAuthorization',
  'openSetting',
  'chooseAvatar',
]);

/**
 * wx.canIUse: true for what this phone does. A schema goes down to a parameter (`showToast.object.image`); the phone
 * keeps no list of those, so a parameter counts as usable when its function or component is.
 */
export function canIUse(apis: Api, schema: string): boolean {
  const [name = '', part = '', value = ''] = schema.split('.');
  if (COMPONENTS.has(name))
    return name !== 'button' || part !== 'open-type' || value === '' || OPEN_TYPES.has(value);
  const api = apis[name];
  if (name === 'cloud' && part !== '' && typeof api === 'object' && api !== null) {
    // A record of functions: cloud.ts makes it.
    return canIUse(api as Api, schema.slice('cloud.'.length));
  }
  return api !== undefined && !isRefusing(api);
}
