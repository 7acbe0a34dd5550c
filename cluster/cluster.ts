import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, isBuilt } from './build.ts';
import { outputFolder } from './cache.ts';
import { componentNamed } from './components.ts';
import { askStatus, askToStop } from './control.ts';
import type { Status } from './control.ts';
import { dropDeadLock, withLock } from './lock.ts';
import { partsNamed } from './parts.ts';
import { startSupervisor } from './spawn-supervisor.ts';

/** A cluster that is up. */
export interface Cluster {
  /** Its name. */
  name: string;
  /** Its state folder: the authority in pki/, logs/ of every part. */
  folder: string;
  /** Path of the administrator's kubeconfig. */
  kubeconfig: string;
  /** Folder with kubectl and kubectl-argo-rollouts. */
  bin: string;
}

/** How to start a cluster. */
export interface StartOptions {
  /** Which one; `default` if left out. */
  name?: string;
  /** Whether it ends with this process, in whatever way that ends, or stays until it is stopped. */
  owner: 'this-process' | 'nobody';
  /** Names of the parts to start, for a cluster that lacks something; all if left out. */
  parts?: readonly string[];
  /** Hears one line per component. */
  report?: (line: string) => void;
  /** Gives up; nothing is left behind then. */
  signal?: AbortSignal;
}

const checkout = join(import.meta.dirname, '..');
// What people and tests use on a cluster, and no part does.
const alongside = ['kubectl', 'kubectl-argo-rollouts'];

/** Starts a cluster, or finds the one of that name running; builds first what the cache does not hold. */
export async function startCluster(options: StartOptions): Promise<Cluster> {
  const { name = 'default', report = () => undefined, signal } = options;
  const cluster = describe(name);
  const started = partsNamed(options.parts ?? []).flatMap(({ name, needs = [] }) => [name, ...needs]);
  const needed = [...started, ...alongside].map(componentNamed);
  await build(
    needed.filter((component) => !isBuilt(component)),
    report,
    signal,
  );
  const waiting = (pid: number): void =>
    report(`Process ${pid} is starting cluster "${name}"; waiting for it.`);
  await withLock(lockOf(cluster.folder), waiting, async () => {
    const status = await askStatus(cluster.folder);
    if (status && !flaw(status)) return;
    if (status) report(`Replacing cluster "${name}", which is of no use any more: ${flaw(status)}.`);
    await askToStop(cluster.folder);
    rmSync(cluster.folder, { recursive: true, force: true });
    mkdirSync(join(cluster.folder, 'logs'), { recursive: true });
    await startSupervisor({ ...options, report }, cluster.folder);
  });
  return cluster;
}

/** The running cluster of that name; undefined if there is none, or one that has lost a part. */
export async function findCluster(name: string): Promise<Cluster | undefined> {
  const cluster = describe(name);
  const status = await askStatus(cluster.folder);
  return status && !flaw(status) ? cluster : undefined;
}

/** Stops a cluster and removes its state; false if none was running. Logs stay if a part had failed. */
export async function stopCluster(name: string): Promise<boolean> {
  const { folder } = describe(name);
  const stopped = await askToStop(folder);
  if (!stopped) rmSync(folder, { recursive: true, force: true });
  dropDeadLock(lockOf(folder));
  return stopped;
}

function lockOf(folder: string): string {
  return `${folder}.lock`;
}

function describe(name: string): Cluster {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) {
    throw new Error(`"${name}" is no name for a cluster: use lower-case letters, digits and dashes.`);
  }
  const folder = join(checkout, '.cluster', name);
  return { name, folder, kubeconfig: join(folder, 'kubeconfig'), bin: outputFolder('kubernetes') };
}

// Why a cluster that has a supervisor cannot be used; undefined if it can.
function flaw({ phase, serving, lost }: Status): string | undefined {
  if (lost.length > 0) return lost.join('; ');
  if (phase !== 'ready') return `it is ${phase}`;
  return serving ? undefined : 'its API server does not answer';
}
