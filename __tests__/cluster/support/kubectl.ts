import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

/** An object as the API server tells it, as far as every kind has it. */
export interface KubernetesObject {
  /** Group and version. */
  apiVersion: string;
  /** The kind. */
  kind: string;
  /** Name, labels and so on. */
  metadata: {
    name: string;
    namespace?: string;
    uid: string;
    resourceVersion: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
}

/** Path of the administrator's kubeconfig. */
export function clusterKubeconfig(): string {
  return fromSetup('CLUSTER_KUBECONFIG');
}

/** The state folder of the cluster. */
export function clusterFolder(): string {
  return dirname(clusterKubeconfig());
}

/** Runs the real kubectl as the administrator and returns what it printed; fails with what it complained of. */
export async function kubectl(...args: string[]): Promise<string> {
  return kubectlWithInput('', ...args);
}

/** As `kubectl`, with the text on its standard input. */
export async function kubectlWithInput(input: string, ...args: string[]): Promise<string> {
  const child = startKubectl(args);
  // One that is over before it has read its input: how it ended is told by its exit code.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = once(child, 'close') as Promise<[code: number | null]>;
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code === 0) return stdout;
  throw new Error(`"kubectl ${args.join(' ')}" ended with exit code ${String(code)}: ${stderr.trim()}`);
}

/** Starts kubectl and leaves its streams to the caller. */
export function startKubectl(args: readonly string[]): ChildProcessWithoutNullStreams {
  const env = {
    ...process.env,
    KUBECONFIG: clusterKubeconfig(),
    // Neither what the machine's owner has set for his kubectl, nor what it remembers of another cluster on the
    // same port, is of any concern here.
    KUBERC: 'off',
    KUBECACHEDIR: join(clusterFolder(), 'kubectl-cache'),
  };
  return spawn(join(fromSetup('CLUSTER_BIN'), 'kubectl'), args, { env });
}

/** One object; `kind` as kubectl takes it: `pod`, `rollouts.argoproj.io`. */
export async function getObject<T extends KubernetesObject>(
  namespace: string,
  kind: string,
  name: string,
): Promise<T> {
  return JSON.parse(await kubectl('get', kind, name, '-n', namespace, '-o', 'json')) as T;
}

function fromSetup(variable: string): string {
  const value = process.env[variable];
  if (!value)
    throw new Error(
      `${variable} is not set. Run these tests with jest.cluster.config.js, which starts a cluster.`,
    );
  return value;
}
