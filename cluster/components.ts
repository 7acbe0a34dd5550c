/** What the programs of one component are linked with, so that they name their release when asked. */
interface Release {
  /** The Go module whose pinned version is the release. */
  of: string;
  /** `package.variable=value`, where value may hold `{version}`, `{major}` and `{minor}`. */
  set: readonly string[];
}

/** A program that is built from a tool dependency of one of our Go modules, or from our own code in it. */
export interface Program {
  kind: 'program';
  /** Name on the command line and of the binary. */
  name: string;
  /** Folder under cluster/ that holds the go.mod which pins it. */
  module: string;
  /** Import path of its package main; `.` for one of our own in the folder of the module. */
  package: string;
  /** Left out where nothing asks the program for its version. */
  release?: Release;
  /** Build tags. */
  tags?: readonly string[];
}

/** Custom resource definitions out of a Go module that a go.mod of ours pins. */
export interface Crds {
  kind: 'crds';
  /** Name on the command line and of the folder in the cache. */
  name: string;
  /** Folder under cluster/ that holds the go.mod which pins it. */
  module: string;
  /** The Go module that the files belong to. */
  of: string;
  /** File or folder of YAML inside that module. */
  path: string;
  /** Names of the definitions that are wanted, `PLURAL.GROUP`; all if left out. */
  only?: readonly string[];
}

/** One thing that `build` makes. */
export type Component = Program | Crds;

// Flagger exits on a server whose version is no semantic version, and kubectl warns about its own; without
// these a Go build of Kubernetes says v0.0.0-master+$Format:%H$.
const kubernetes: Release = {
  of: 'k8s.io/kubernetes',
  set: [
    'k8s.io/component-base/version.gitVersion=v{version}',
    'k8s.io/component-base/version.gitMajor={major}',
    'k8s.io/component-base/version.gitMinor={minor}',
    'k8s.io/component-base/version.gitTreeState=clean',
  ],
};

// Otherwise 99.99.99, in the controller's log and in `kubectl argo rollouts version`.
const argoRollouts: Release = {
  of: 'github.com/argoproj/argo-rollouts',
  set: ['github.com/argoproj/argo-rollouts/utils/version.version={version}'],
};

const k8s = { kind: 'program', module: 'kubernetes', release: kubernetes } as const;
const argo = { kind: 'program', module: 'kubernetes', release: argoRollouts } as const;

/** Everything that can be built. A new component is one entry here and a tool line in its module's go.mod. */
export const components: readonly Component[] = [
  { kind: 'program', name: 'etcd', module: 'kubernetes', package: 'go.etcd.io/etcd/server/v3' },
  { ...k8s, name: 'kube-apiserver', package: 'k8s.io/kubernetes/cmd/kube-apiserver' },
  { ...k8s, name: 'kube-controller-manager', package: 'k8s.io/kubernetes/cmd/kube-controller-manager' },
  { ...k8s, name: 'kube-scheduler', package: 'k8s.io/kubernetes/cmd/kube-scheduler' },
  { ...k8s, name: 'kubectl', package: 'k8s.io/kubernetes/cmd/kubectl' },
  { kind: 'program', name: 'kwok', module: 'kwok', package: 'sigs.k8s.io/kwok/cmd/kwok' },
  {
    ...argo,
    name: 'rollouts-controller',
    package: 'github.com/argoproj/argo-rollouts/cmd/rollouts-controller',
  },
  {
    ...argo,
    name: 'kubectl-argo-rollouts',
    package: 'github.com/argoproj/argo-rollouts/cmd/kubectl-argo-rollouts',
  },
  {
    kind: 'crds',
    name: 'argo-rollouts-crds',
    module: 'kubernetes',
    of: 'github.com/argoproj/argo-rollouts',
    path: 'manifests/crds',
  },
  {
    kind: 'crds',
    name: 'istio-crds',
    module: 'crds',
    of: 'istio.io/api',
    path: 'kubernetes/customresourcedefinitions.gen.yaml',
    only: ['virtualservices.networking.istio.io', 'destinationrules.networking.istio.io'],
  },
  {
    kind: 'crds',
    name: 'gateway-api-crds',
    module: 'crds',
    of: 'sigs.k8s.io/gateway-api',
    path: 'config/crd/standard',
    only: ['httproutes', 'gateways', 'gatewayclasses'].map((kind) => `${kind}.gateway.networking.k8s.io`),
  },
  {
    kind: 'program',
    name: 'prometheus',
    module: 'prometheus',
    package: 'github.com/prometheus/prometheus/cmd/prometheus',
    // Without it the SDKs of all clouds come along; files of targets are known all the same.
    tags: ['remove_all_sd'],
  },
  { kind: 'program', name: 'gateway-api-plugin', module: 'gateway-api-plugin', package: '.' },
  {
    kind: 'program',
    name: 'step-plugin',
    module: 'step-plugin',
    package: 'github.com/argoproj/argo-rollouts/test/cmd/step-plugin-e2e',
  },
  {
    kind: 'program',
    name: 'actionlint',
    module: 'actionlint',
    package: 'github.com/rhysd/actionlint/cmd/actionlint',
    release: { of: 'github.com/rhysd/actionlint', set: ['github.com/rhysd/actionlint.version={version}'] },
  },
  { kind: 'program', name: 'act', module: 'act', package: 'github.com/nektos/act' },
];

/** The component of that name; an unknown name is an error that lists the known ones. */
export function componentNamed(name: string): Component {
  const found = components.find((component) => component.name === name);
  if (found) return found;
  const known = components.map((component) => component.name).join(', ');
  throw new Error(`There is no component "${name}" to build. Known: ${known}.`);
}
