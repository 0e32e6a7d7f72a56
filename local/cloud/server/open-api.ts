import { apiName } from '../open-api/names';
import type { OpenApiReply } from '../open-api/reply';
import { type Action, optionalText } from './action';
import { parseObject } from './http';

/** JSON has no bytes: a picture goes in base64, as WeChat's cloud calls give it. */
function asJson(reply: OpenApiReply): Record<string, unknown> {
  if (reply.kind === 'json') return reply.value;
  return { errcode: 0, errmsg: 'ok', contentType: reply.contentType, buffer: reply.bytes.toString('base64') };
}

export const openApiActions: Record<string, Action> = {
  'wx.api': {
    part: 'open-api',
    async run(parameters, { desk }) {
      const data = parseObject(optionalText(parameters, 'requestData') ?? '');
      const reply = await desk.call(apiName(String(parameters.apiName)), data);
      return { fields: { data: { responseData: JSON.stringify(asJson(reply)) } } };
    },
  },
};
