import { readFile } from 'node:fs/promises';
import { ActionableError } from '../errors.ts';
import { isFields } from './kubeconfig.ts';
import { messageOf } from './node-error.ts';

/** The bearer token in a file, which its writer may replace at any time. */
export async function readToken(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    throw new ActionableError(
      {
        what: `The token file of the kubeconfig cannot be read (${messageOf(error)}).`,
        next: 'write the file that `tokenFile` names before this step, readable for its user.',
      },
      { cause: error },
    );
  }
}

/** When a JSON web token ends, in milliseconds; Infinity if it does not say. Only read, never trusted. */
export function expiryOf(token: string | undefined): number {
  try {
    const payload: unknown = JSON.parse(
      Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString('utf8'),
    );
    return isFields(payload) && typeof payload['exp'] === 'number' ? payload['exp'] * 1000 : Infinity;
  } catch {
    return Infinity;
  }
}
