/** The numbers by which WeChat shows CloudBase's errors to a mini program. */
const NUMBERS: Record<string, number> = {
  SYS_ERR: -501001,
  SERVER_TIMEOUT: -501002,
  EXCEED_REQUEST_LIMIT: -501003,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
  INVALID_ENV: -501005,
  INVALID_PARAM: -501007,
  FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  STORAGE_SIGN_PARAM_INVALID: -503004,
  EXCEED_REQUEST_SIZE_LIMIT: -501007,
};

/** The number of an error code; an unlisted one is -501001, "resource system error". */
export function clientErrorNumber(code: string): number {
  return NUMBERS[code] ?? -501001;
}
