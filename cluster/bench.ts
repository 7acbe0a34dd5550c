import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiClient } from './api.ts';
import type { Api } from './api.ts';
import { outputOf } from './cache.ts';
import { issueClient, issueServer, makeAuthority, makeSigningKeys } from './certificates.ts';
import type { Credentials } from './certificates.ts';
import { componentNamed } from './components.ts';
import { kubeconfig } from './kubeconfig.ts';
import { freePorts } from './ports.ts';

/** What the parts of one cluster share: its files, ports and the way to its API server. */
export interface Bench {
  /** The state folder of the cluster. */
  folder: string;
  /** A file in the state folder, by path inside it. */
  file: (...path: string[]) => string;
  /** The port given to a listener of a part, by the name under which the part asked for it. */
  port: (name: string) => number;
  /** The built binary, or folder of custom resource definitions, of a component. */
  built: (name: string) => string;
  /** The API server, as the administrator. */
  api: Api;
  /** Whether `path` on a TLS port of this cluster answers 200. */
  answers: (port: string, path: string) => Promise<boolean>;
  /** What a part has written to its log so far. */
  log: (part: string) => string;
}

/** Writes certificates, keys and the kubeconfig into the state folder, and finds free ports. */
export async function makeBench(folder: string, name: string, portNames: readonly string[]): Promise<Bench> {
  const ports = new Map((await freePorts(portNames.length)).map((port, i) => [portNames[i], port]));
  const port = (wanted: string): number => {
    const found = ports.get(wanted);
    if (found === undefined) throw new Error(`No part of the cluster asked for a port "${wanted}".`);
    return found;
  };
  const file = (...path: string[]): string => join(folder, ...path);
  const { authority, admin } = await writeFiles(file, name, port('kube-apiserver'));
  const client = (listener: string): Api =>
    apiClient(`https://127.0.0.1:${port(listener)}`, authority.certificate, admin);
  return {
    folder,
    file,
    port,
    built: (component) => outputOf(componentNamed(component)),
    api: client('kube-apiserver'),
    answers: async (listener, path) => (await client(listener)('GET', path)).status === 200,
    log: (part) => readFileSync(file('logs', `${part}.log`), 'utf8'),
  };
}

async function writeFiles(
  file: Bench['file'],
  name: string,
  apiPort: number,
): Promise<{ authority: Credentials; admin: Credentials }> {
  const authority = await makeAuthority(`rollout-conductor ${name}`);
  const [server, admin, tokens] = await Promise.all([
    issueServer(authority, ['127.0.0.1', 'localhost']),
    issueClient(authority, 'admin', ['system:masters']),
    makeSigningKeys(),
  ]);
  const access = {
    name,
    server: `https://127.0.0.1:${apiPort}`,
    authority: authority.certificate,
    client: admin,
  };
  const files = {
    'pki/authority.crt': authority.certificate,
    'pki/authority.key': authority.key,
    'pki/server.crt': server.certificate,
    'pki/server.key': server.key,
    'pki/service-accounts.key': tokens.privateKey,
    'pki/service-accounts.pub': tokens.publicKey,
    kubeconfig: kubeconfig(access),
  };
  await mkdir(file('pki'), { recursive: true });
  await chmod(file(), 0o700);
  await Promise.all(
    Object.entries(files).map(([path, text]) => writeFile(file(path), text, { mode: 0o600 })),
  );
  return { authority, admin };
}
