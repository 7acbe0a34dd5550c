import { readFile } from 'node:fs/promises';
import { isIPv6 } from 'node:net';
import path from 'node:path';
import { ActionableError } from '../errors.ts';
import type { Kubeconfig } from './kubeconfig.ts';
import { messageOf } from './node-error.ts';

/** Where the kubelet puts a pod's service account. */
const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/**
 * The service account of the pod this runs in, as a kubeconfig, so that there is one way for everything else.
 * (client-node's own way reads process.env and caches the token for a minute.)
 * @param folder where the account's files are; given only by tests
 */
export async function inCluster(env: NodeJS.ProcessEnv, folder = SERVICE_ACCOUNT): Promise<Kubeconfig> {
  const host = env['KUBERNETES_SERVICE_HOST'];
  const port = env['KUBERNETES_SERVICE_PORT'];
  let namespace: string;
  try {
    namespace = (await readFile(path.join(folder, 'namespace'), 'utf8')).trim();
    if (!host || !port) throw new Error('KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set');
  } catch (error) {
    throw new ActionableError(
      {
        what: `The input kubeconfig says in-cluster, but this runner is no pod with a service account (${messageOf(error)}).`,
        next: 'run the job on a runner inside the cluster, with automountServiceAccountToken not false, or give a kubeconfig.',
      },
      { cause: error },
    );
  }
  const name = 'in-cluster';
  return {
    source: 'The service account of this pod',
    currentContext: name,
    contexts: new Map([[name, { cluster: name, user: name, namespace }]]),
    clusters: new Map([
      [
        name,
        {
          server: `https://${isIPv6(host) ? `[${host}]` : host}:${port}`,
          'certificate-authority': path.join(folder, 'ca.crt'),
        },
      ],
    ]),
    users: new Map([[name, { tokenFile: path.join(folder, 'token') }]]),
  };
}
