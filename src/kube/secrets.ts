import { type Fields, isFields } from '../support/fields.ts';

/**
 * The secret values that stand in a kubeconfig: tokens, passwords, OIDC tokens and client secret, the password of the
 * proxy. Never hosts, user names or lines of PEM: GitHub drops every output that contains a masked string.
 */
export function secretsOf(cluster: Fields, user: Fields): string[] {
  const provider = user['auth-provider'];
  const settings = isFields(provider) && isFields(provider['config']) ? provider['config'] : {};
  const { username, password } = user;
  const values = [
    user['token'],
    password,
    // The form in which name and password are sent.
    typeof username === 'string' && typeof password === 'string' && password !== ''
      ? Buffer.from(`${username}:${password}`, 'utf8').toString('base64')
      : undefined,
    ...['id-token', 'refresh-token', 'access-token', 'client-secret'].map((key) => settings[key]),
    ...proxyPasswords(cluster['proxy-url']),
  ];
  return values
    .filter((value) => typeof value === 'string' && value.trim() !== '')
    .map((value) => String(value).trim());
}

/** The password as it stands in the address and as it is meant. */
function proxyPasswords(address: unknown): string[] {
  const password = typeof address === 'string' ? (URL.parse(address)?.password ?? '') : '';
  try {
    return [...new Set([password, decodeURIComponent(password)])];
  } catch {
    return [password];
  }
}
