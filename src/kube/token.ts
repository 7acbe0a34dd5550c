import { readFile } from 'node:fs/promises';
import { ActionableError } from '../errors.ts';
import { pem } from './https-options.ts';
import { type Fields, isFields } from '../support/fields.ts';
import { messageOf } from './node-error.ts';
import { type Lifetime, lifetimeOf } from './token-expiry.ts';

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

/**
 * How long the credentials of a kubeconfig user last. Runs no plugin, because that renews what it gives. Throws
 * ActionableError when a file cannot be read.
 */
export async function readLifetime(user: Fields): Promise<Lifetime> {
  if (isFields(user['exec'])) return lifetimeOf(user, {});
  const { tokenFile } = user;
  return lifetimeOf(user, {
    token: typeof tokenFile === 'string' ? await readToken(tokenFile) : undefined,
    certificate: await pem(user, 'client-certificate'),
  });
}
