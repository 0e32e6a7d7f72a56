import QRCode from 'qrcode';
import { type OpenApiReply, requiredText, WxError } from './reply';

/** What WeChat allows in a scene: at most 32 of these. */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
/** A page other than the first, when none is given: WeChat opens the main page. */
const MAIN_PAGE = 'pages/index/index';

/**
 * wxacode.getUnlimited. Here the code is a QR picture whose text is `PAGE?scene=SCENE`, so that any
 * reader can tell which page a phone would open.
 */
export async function unlimitedCode(data: Record<string, unknown>): Promise<OpenApiReply> {
  const scene = requiredText(data, 'scene');
  if (!SCENE.test(scene))
    throw new WxError(40169, 'invalid length for scene, or the data is not json string');
  const page = typeof data.page === 'string' && data.page !== '' ? data.page : MAIN_PAGE;
  if (page.startsWith('/') || page.includes('?')) throw new WxError(41030, 'invalid page');
  const width = Math.min(Math.max(Number(data.width ?? 430) || 430, 280), 1_280);
  const bytes = await QRCode.toBuffer(`${page}?scene=${scene}`, { width, errorCorrectionLevel: 'M' });
  return { kind: 'bytes', contentType: 'image/png', bytes };
}
