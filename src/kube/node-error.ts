import { types } from 'node:util';

/** The code of an error of node or OpenSSL, such as `ENOENT`; empty if there is none. */
export function codeOf(error: unknown): string {
  return isError(error) && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The message of a thrown value. */
export function messageOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}

/** Also true for errors of another realm, where `instanceof` is not: node's own are that for code inside Jest. */
function isError(error: unknown): error is Error {
  return types.isNativeError(error) || error instanceof Error;
}
