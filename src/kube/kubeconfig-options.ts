import { KubeConfig } from '@kubernetes/client-node';
import type { RequestOptions } from 'node:https';
import { headersOf, type HttpsOptions } from './https-options.ts';
import { type Fields, isFields } from '../support/fields.ts';
import { messageOf } from './node-error.ts';
import { redact } from './redact.ts';
import { unusable } from './unusable.ts';

/** Lets client-node's KubeConfig turn the entries into TLS options, an agent (by proxy) and OIDC tokens. */
export async function kubeConfigOptions(cluster: Fields, user: Fields): Promise<HttpsOptions> {
  const kubeconfig = new KubeConfig();
  // For a plain http server there is no certificate to check, but KubeConfig wants this said; kubectl does not.
  const plain = String(cluster['server']).startsWith('http:') ? { 'insecure-skip-tls-verify': true } : {};
  const options: RequestOptions = {};
  try {
    kubeconfig.loadFromString(
      JSON.stringify({
        clusters: [{ name: 'cluster', cluster: { ...cluster, ...plain } }],
        users: [{ name: 'user', user }],
        contexts: [{ name: 'context', context: { cluster: 'cluster', user: 'user' } }],
        'current-context': 'context',
      }),
    );
    await kubeconfig.applyToHTTPSOptions(options);
  } catch (error) {
    throw unusable(redact(messageOf(error)), error);
  }
  const provider: unknown = kubeconfig.getCurrentUser()?.authProvider ?? undefined;
  // KubeConfig goes on without a token then, and the server would speak of system:anonymous.
  if (
    isFields(provider) &&
    provider['name'] === 'oidc' &&
    headersOf(options, {})['Authorization'] === undefined
  ) {
    throw unusable(
      'its OIDC id-token is missing or has expired, and it has no refresh-token to get a new one',
    );
  }
  return { options, provider };
}
