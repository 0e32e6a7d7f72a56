/** Production's limits, in bytes unless said otherwise. The README says which of them are second-hand. */

/** Largest reply of a function: its runtime refuses more ("body size is too long"). */
export const FUNCTION_REPLY = 6 * 1024 * 1024;
/** Largest event of a function called synchronously. */
export const FUNCTION_EVENT = 6 * 1024 * 1024;
/** Largest body of one request to the administration endpoint (a batch insert is the largest there is). */
export const ADMIN_REQUEST = 50 * 1024 * 1024;
/** Largest reply of one database call. */
export const DATABASE_REPLY = 50 * 1024 * 1024;
/** Largest file that a phone may upload. */
export const CLIENT_UPLOAD = 50 * 1024 * 1024;
/** Most files in one request for temporary addresses or deletions. */
export const FILES_PER_REQUEST = 50;
/** Longest and default life of a temporary address, in seconds. */
export const TEMP_URL_SECONDS = 24 * 60 * 60;
/**
 * How long a "timed out" fault keeps a connection open at most, in milliseconds: longer than the SDK waits
 * by default. The SDK gives up without hanging up, so that this bound is also what frees the connection.
 */
export const SILENCE = 20_000;
/** Beyond these a phone's call is known to be refused now and then; see the README. In bytes. */
export const DOUBTFUL_CLIENT_REQUEST = 100 * 1024;
export const DOUBTFUL_CLIENT_REPLY = 1024 * 1024;
/** Calls that may wait for an instance of one function before more are refused. */
export const FUNCTION_QUEUE = 5_000;
