import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { issueClient } from '../../../cluster/certificates.ts';
import { kubeconfig } from '../../../cluster/kubeconfig.ts';
import { clusterFolder, clusterKubeconfig } from './kubectl.ts';
import { applyManifests } from './namespaces.ts';

/** One rule of a Role. */
export interface Rule {
  /** API groups; `''` is the core group. */
  apiGroups: string[];
  /** Resources, with their subresource: `rollouts/status`. */
  resources: string[];
  /** What may be done with them. */
  verbs: string[];
  /** Only on objects of these names. */
  resourceNames?: string[];
}

/**
 * A kubeconfig for a new user who may do in the namespace what the rules say, and nothing else anywhere; returns
 * the path of the file. The user is known by a client certificate.
 */
export async function userKubeconfig(
  user: string,
  rules: readonly Rule[],
  namespace: string,
): Promise<string> {
  const rbac = { apiVersion: 'rbac.authorization.k8s.io/v1', metadata: { name: user } };
  const group = 'rbac.authorization.k8s.io';
  const role = { ...rbac, kind: 'Role', rules };
  const binding = {
    ...rbac,
    kind: 'RoleBinding',
    roleRef: { apiGroup: group, kind: 'Role', name: user },
    subjects: [{ apiGroup: group, kind: 'User', name: user }],
  };
  await applyManifests(namespace, `${JSON.stringify(role)}\n---\n${JSON.stringify(binding)}\n`);

  const authority = { certificate: await inPki('authority.crt'), key: await inPki('authority.key') };
  const client = await issueClient(authority, user);
  const access = {
    name: user,
    server: await serverAddress(),
    authority: authority.certificate,
    client,
    namespace,
  };
  const folder = join(clusterFolder(), 'users');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${namespace}-${user}.kubeconfig`);
  await writeFile(path, kubeconfig(access), { mode: 0o600 });
  return path;
}

async function inPki(name: string): Promise<string> {
  return readFile(join(clusterFolder(), 'pki', name), 'utf8');
}

async function serverAddress(): Promise<string> {
  const config = JSON.parse(await readFile(clusterKubeconfig(), 'utf8')) as {
    clusters: [{ cluster: { server: string } }];
  };
  return config.clusters[0].cluster.server;
}
