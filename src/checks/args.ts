import type { Environment } from '../inputs.ts';
import { formatImages } from '../format.ts';
import type { Observation } from '../observation.ts';
import type { ArgSource, Checks } from './check.ts';

/** What the predefined args are made of, beside the observation. */
export interface ArgSetting {
  /** As typed: `rollout/web`. */
  readonly target: string;
  readonly namespace: string;
  /** URL of the workflow run; empty outside of a workflow. */
  readonly runUrl: string;
  /** Commit of the workflow run; empty outside of a workflow. */
  readonly sha: string;
}

/** An arg that every check has. */
interface Predefined {
  /** What it is, for docs. */
  readonly meaning: string;
  /** A value that it could have. */
  readonly sample: string;
  /** Its value now; undefined for what the target does not have. */
  readonly of: (setting: ArgSetting, observation: Observation) => string | undefined;
}

/** The args that every check has, by name. */
export const predefined: Readonly<Record<string, Predefined>> = {
  target: {
    meaning: 'The target as typed, such as `rollout/web`.',
    sample: 'rollout/web',
    of: ({ target }) => target,
  },
  name: {
    meaning: 'The name of the target, such as `web`.',
    sample: 'web',
    of: ({ target }) => target.split('/').at(-1),
  },
  namespace: {
    meaning: 'The namespace of the target.',
    sample: 'default',
    of: ({ namespace }) => namespace,
  },
  image: {
    meaning: 'The image of the candidate; `container=image` pairs where the pod has several containers.',
    sample: 'registry.example/web:1',
    of: (_, { template }) => formatImages(template.filter(({ init }) => !init)),
  },
  'pod-hash': {
    meaning: 'The pod template hash of the candidate.',
    sample: '7d9c5b8f6',
    of: (_, { guard }) => guard.hash,
  },
  'stable-hash': {
    meaning: 'The pod template hash of the stable revision.',
    sample: '5c8f7d6b4',
    of: (_, { stable }) => stable?.hash,
  },
  step: {
    meaning: 'The index of the current step, counted from 0; empty without steps.',
    sample: '0',
    of: (_, { step }) => step?.index.toString(),
  },
  weight: {
    meaning: 'The share of traffic in percent that the canary shall have; empty where there is none.',
    sample: '0',
    of: (_, { weight }) => weight.desired?.toString(),
  },
  'stable-service': {
    meaning: 'The Service of the stable side of a canary.',
    sample: 'web-stable',
    of: (_, { services }) => services.stableService,
  },
  'canary-service': {
    meaning: 'The Service of its canary side.',
    sample: 'web-canary',
    of: (_, { services }) => services.canaryService,
  },
  'active-service': {
    meaning: 'The Service of the active side of a blueGreen.',
    sample: 'web-active',
    of: (_, { services }) => services.activeService,
  },
  'preview-service': {
    meaning: 'The Service of its preview side.',
    sample: 'web-preview',
    of: (_, { services }) => services.previewService,
  },
  'run-url': {
    meaning: 'The URL of the workflow run.',
    sample: 'https://github.com/acme/web/actions/runs/1',
    of: ({ runUrl }) => runUrl,
  },
  sha: {
    meaning: 'The commit of the workflow run.',
    sample: '0123456789abcdef0123456789abcdef01234567',
    of: ({ sha }) => sha,
  },
};

/** The args that every check has, with their values now; what the cluster does not have is an empty text. Pure. */
export function predefinedArgs(setting: ArgSetting, observation: Observation): ReadonlyMap<string, string> {
  return new Map(Object.entries(predefined).map(([name, { of }]) => [name, of(setting, observation) ?? '']));
}

/** The predefined args that are known before the cluster is asked; without those that are empty. Pure. */
export function knownArgs({ target, namespace, runUrl, sha }: ArgSetting): Checks['args'] {
  const name = target.split('/').at(-1) ?? '';
  const values = Object.entries({ target, name, namespace, 'run-url': runUrl, sha });
  return new Map(
    values
      .filter(([, value]) => value !== '')
      .map(([arg, value]) => [arg, { kind: 'value', value }] as const),
  );
}

/** Samples of the predefined args, none like that of `sampleArgs`: what differs with them depends on samples. Pure. */
export function otherSamples(): Checks['args'] {
  const other = (sample: string): string => (/^\d+$/.test(sample) ? `${sample}1` : `${sample}x`);
  return new Map(
    Object.entries(predefined).map(
      ([name, { sample }]) => [name, { kind: 'value', value: other(sample) }] as const,
    ),
  );
}

/** Values that every arg could have, for reading the checks before the cluster is known: those that are given, and samples. Pure. */
export function sampleArgs(sources: Checks['args'], env: Environment): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(predefined).map(([name, { sample }]): [string, string] => [name, sample]),
    ...[...sources].map(([name, source]): [string, string] => [name, sampleOf(source, env)]),
  ]);
}

function sampleOf(source: ArgSource, env: Environment): string {
  if (source.kind === 'value') return source.value;
  return source.kind === 'env' ? (env[source.variable] ?? '') : '1';
}
