/**
 * The CloudBase environment that `wx.cloud.init` asks for. '' until the operator fills it in:
 * WeChat then takes the environment that is the default of this mini program.
 */
export const CLOUD_ENV = '';

/** A call without an answer for this long counts as failed; the write may have happened (same rid on retry). */
export const CALL_TIMEOUT_MS = 15_000;

/** A month's ledger is longer in the making; WeChat itself gives up after a minute. */
export const REPORT_TIMEOUT_MS = 58_000;
