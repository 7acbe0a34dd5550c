import { isArgoRolloutsReady, neededByArgoRollouts, prepareArgoRollouts } from './argo-rollouts.ts';
import type { Bench } from './bench.ts';
import { addNode, writeKwokConfig } from './kwok.ts';
import { writePrometheusConfig } from './prometheus.ts';

/** One process of the cluster. */
export interface Part {
  /** The component whose binary it runs, and the name of its log. */
  name: string;
  /** Components that it needs beside its own binary. */
  needs?: readonly string[];
  /** Parts that must be ready before it starts. */
  after: readonly string[];
  /** A name for each port that it listens on. */
  ports: readonly string[];
  /** Makes what has to be there before it starts; the signal says that the cluster is given up. */
  prepare?(bench: Bench, signal: AbortSignal): Promise<void>;
  /** Its command line. */
  args(bench: Bench): string[];
  /** What its environment has beside KUBECONFIG and what ours has. */
  env?: Readonly<Record<string, string>>;
  /** Whether it does its work now; looked at until it does. */
  ready(bench: Bench): Promise<boolean>;
}

const etcd: Part = {
  name: 'etcd',
  after: [],
  ports: ['etcd', 'etcd-peers'],
  args: ({ port }) => [
    '--data-dir=data',
    `--listen-client-urls=http://127.0.0.1:${port('etcd')}`,
    `--advertise-client-urls=http://127.0.0.1:${port('etcd')}`,
    `--listen-peer-urls=http://127.0.0.1:${port('etcd-peers')}`,
    `--initial-advertise-peer-urls=http://127.0.0.1:${port('etcd-peers')}`,
    `--initial-cluster=default=http://127.0.0.1:${port('etcd-peers')}`,
    // Its data is thrown away with the cluster; without this every write waits for the disk.
    '--unsafe-no-fsync',
  ],
  ready: async ({ port }) => (await fetch(`http://127.0.0.1:${port('etcd')}/readyz`)).ok,
};

const apiServer: Part = {
  name: 'kube-apiserver',
  // It waits for etcd by itself, and its own start takes longer than etcd's.
  after: [],
  ports: ['kube-apiserver'],
  args: ({ port, file }) => [
    `--etcd-servers=http://127.0.0.1:${port('etcd')}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${port('kube-apiserver')}`,
    `--tls-cert-file=${file('pki/server.crt')}`,
    `--tls-private-key-file=${file('pki/server.key')}`,
    `--client-ca-file=${file('pki/authority.crt')}`,
    '--authorization-mode=RBAC',
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${file('pki/service-accounts.pub')}`,
    `--service-account-signing-key-file=${file('pki/service-accounts.key')}`,
    '--service-cluster-ip-range=10.96.0.0/16',
    // It would publish its address for pods, and loopback is none that pods may be given: an error every 10 s.
    '--endpoint-reconciler-type=none',
    // It refuses pods until a namespace has its default account, and mounts a token that no simulated pod reads.
    '--disable-admission-plugins=ServiceAccount',
  ],
  ready: async ({ answers }) => answers('kube-apiserver', '/readyz'),
};

const controllerManager: Part = {
  name: 'kube-controller-manager',
  after: ['kube-apiserver'],
  ports: ['kube-controller-manager'],
  args: (bench) => [
    ...kubernetesClient(bench, 'kube-controller-manager'),
    `--service-account-private-key-file=${bench.file('pki/service-accounts.key')}`,
    `--root-ca-file=${bench.file('pki/authority.crt')}`,
  ],
  ready: async ({ answers }) => answers('kube-controller-manager', '/healthz'),
};

const scheduler: Part = {
  name: 'kube-scheduler',
  after: ['kube-apiserver'],
  ports: ['kube-scheduler'],
  args: (bench) => kubernetesClient(bench, 'kube-scheduler'),
  ready: async ({ answers }) => answers('kube-scheduler', '/readyz'),
};

const kwok: Part = {
  name: 'kwok',
  after: ['kube-apiserver'],
  ports: ['kwok'],
  prepare: async (bench) => {
    await Promise.all([addNode(bench.api), writeKwokConfig(bench)]);
  },
  args: ({ port, file }) => [
    `--kubeconfig=${file('kubeconfig')}`,
    `--config=${file('kwok.yaml')}`,
    '--manage-all-nodes=true',
    '--node-lease-duration-seconds=40',
    '--cidr=10.244.0.0/16',
    '--node-ip=127.0.0.1',
    `--node-port=${port('kwok')}`,
    // The API server comes here for the logs of pods.
    `--server-address=127.0.0.1:${port('kwok')}`,
  ],
  ready: async ({ api }) => {
    const { body } = await api('GET', '/api/v1/nodes/node-1');
    const node = JSON.parse(body) as { status?: { conditions?: { type: string; status: string }[] } };
    return (
      node.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false
    );
  },
};

const argoRollouts: Part = {
  name: 'rollouts-controller',
  needs: neededByArgoRollouts,
  after: ['kube-apiserver'],
  ports: ['rollouts-health', 'rollouts-metrics'],
  prepare: prepareArgoRollouts,
  args: ({ port, file }) => [
    `--kubeconfig=${file('kubeconfig')}`,
    '--namespace=argo-rollouts',
    '--leader-elect=false',
    `--healthzPort=${port('rollouts-health')}`,
    `--metricsPort=${port('rollouts-metrics')}`,
  ],
  // The socket of its plugin goes into its working directory, which both share, and not into /tmp, where a plugin
  // that is killed would leave it. Not by its whole path, which may be longer than the name of a socket can be.
  env: { PLUGIN_UNIX_SOCKET_DIR: '.' },
  ready: isArgoRolloutsReady,
};

const prometheus: Part = {
  name: 'prometheus',
  after: [],
  ports: ['prometheus'],
  prepare: writePrometheusConfig,
  args: ({ port, file }) => [
    `--config.file=${file('prometheus.yaml')}`,
    '--storage.tsdb.path=data',
    `--web.listen-address=127.0.0.1:${port('prometheus')}`,
    // A new target is scraped within half a second; by default only after five.
    '--scrape.discovery-reload-interval=100ms',
  ],
  ready: async ({ port }) => (await fetch(`http://127.0.0.1:${port('prometheus')}/-/ready`)).ok,
};

/** Every process of a cluster. A new one is one entry here. */
export const parts: readonly Part[] = [
  etcd,
  apiServer,
  controllerManager,
  scheduler,
  kwok,
  argoRollouts,
  prometheus,
];

/** Names of the parts that a release needs; what is left out measures one. */
export const releaseParts: readonly string[] = parts
  .map(({ name }) => name)
  .filter((name) => name !== 'prometheus');

/** The parts of these names, in the order of the table; all when none is named. */
export function partsNamed(names: readonly string[]): readonly Part[] {
  return names.length === 0 ? parts : parts.filter(({ name }) => names.includes(name));
}

function kubernetesClient({ port, file }: Bench, name: string): string[] {
  return [
    `--kubeconfig=${file('kubeconfig')}`,
    '--leader-elect=false',
    '--bind-address=127.0.0.1',
    `--secure-port=${port(name)}`,
    `--tls-cert-file=${file('pki/server.crt')}`,
    `--tls-private-key-file=${file('pki/server.key')}`,
  ];
}
