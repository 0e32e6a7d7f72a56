import type { Host } from '../../runtime/host';
import { type Api, ApiFailure, asyncApis } from '../api';
import { button, element, icon } from '../dom';
import type { Kit } from '../kit';
import { openLayer } from '../layer';
import { requiredText } from '../options';
import { chooseFromSheet } from '../ui/action-sheet';

const HANDSET =
  'M6.6 3.5 9 3l2 4.6-1.9 1.6c.9 2.2 2.5 3.8 4.7 4.7l1.6-1.9L20 14l-.5 2.4c-.3 1.6-1.6 2.6-3.2 2.6C9.9 19 4 13.1 4 6.7c0-1.6 1-2.9 2.6-3.2Z';

/** wx.makePhoneCall: the sheet that asks, then a screen that says whom the phone is calling. */
export function phoneCallApis({ host }: Kit): Api {
  return asyncApis(host, {
    async makePhoneCall(options) {
      const number = requiredText(options, 'phoneNumber');
      if (number === '') throw new ApiFailure('parameter error: parameter.phoneNumber should not be empty');
      const chosen = await chooseFromSheet(host, { items: [`呼叫 ${number}`], alertText: '' });
      if (chosen === undefined) throw new ApiFailure('cancel');
      showCall(host, number);
      host.events.emit('phoneCall', number);
      return undefined;
    },
  });
}

function showCall(host: Host, number: string): void {
  const layer = openLayer(host, {
    kind: 'screen',
    label: `正在呼叫 ${number}`,
    className: 'phone-call',
    onDismiss: () => layer.close(),
  });
  const end = button('phone-call__end', '', () => layer.close());
  end.setAttribute('aria-label', '挂断');
  end.append(icon('phone-call__icon', HANDSET));
  layer.body.append(
    element('div', 'phone-call__number', {}, [number]),
    element('div', 'phone-call__state', {}, ['正在呼叫…（模拟，没有真的拨出）']),
    end,
  );
}
