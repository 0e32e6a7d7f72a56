/**
 * The CloudBase environment that `wx.cloud.init` asks for. '' until the operator fills it in:
 * WeChat then takes the environment that is the default of this mini program.
 */
export const CLOUD_ENV = '';

/** The deployed function that answers people. */
export const API_FUNCTION = 'api';

/** A call without an answer for this long counts as failed; the write may have happened (same rid on retry). */
export const CALL_TIMEOUT_MS = 15_000;
