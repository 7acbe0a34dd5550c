import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Api, apiClient } from '../cluster/api.ts';
import type { Credentials } from '../cluster/certificates.ts';
import type { Cluster } from '../cluster/cluster.ts';

/** Where the measures are taken: a cluster, and the administrator's way to it. */
export interface Place {
  readonly server: string;
  /** The authority of the server's certificate, PEM. */
  readonly authority: string;
  readonly admin: Credentials;
  readonly api: Api;
  readonly kubeconfig: string;
  /** Path of the plugin's binary. */
  readonly plugin: string;
  /** For files of the measures; removed with the cluster. */
  readonly folder: string;
}

/** Reads the administrator's credentials out of the cluster's kubeconfig. */
export function placeOf(cluster: Cluster): Place {
  const config = JSON.parse(readFileSync(cluster.kubeconfig, 'utf8')) as {
    readonly clusters: [{ readonly cluster: Readonly<Record<string, string>> }];
    readonly users: [{ readonly user: Readonly<Record<string, string>> }];
  };
  const decoded = (text = ''): string => Buffer.from(text, 'base64').toString();
  const { server = '', 'certificate-authority-data': ca } = config.clusters[0].cluster;
  const { 'client-certificate-data': certificate, 'client-key-data': key } = config.users[0].user;
  const authority = decoded(ca);
  const admin = { certificate: decoded(certificate), key: decoded(key) };
  return {
    server,
    authority,
    admin,
    api: apiClient(server, authority, admin),
    kubeconfig: cluster.kubeconfig,
    plugin: join(cluster.bin, 'kubectl-argo-rollouts'),
    folder: cluster.folder,
  };
}
