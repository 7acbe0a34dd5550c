import { isFields } from '../../support/fields.ts';
import type { Complain, SpecPath } from '../provider.ts';

/** A mapping of YAML. */
type Fields = Readonly<Record<string, unknown>>;

/** What stands under `provider.job`, as in an AnalysisTemplate. */
export interface JobCheck {
  readonly metadata: {
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  /** A JobSpec as written; the server judges the fields that are not named here. */
  readonly spec: Fields & {
    readonly activeDeadlineSeconds?: number;
    readonly ttlSecondsAfterFinished?: number;
    readonly template: { readonly spec: { readonly containers: readonly { readonly name: string }[] } };
  };
}

const counts = [
  'backoffLimit',
  'activeDeadlineSeconds',
  'ttlSecondsAfterFinished',
  'parallelism',
  'completions',
];

/** Reads `provider.job`. Pure. */
export function parseJob(raw: unknown, complain: Complain): JobCheck | undefined {
  let wrong = false;
  const tell: Complain = (...mistake) => {
    wrong = true;
    complain(...mistake);
  };
  const job = fieldsOf(raw, [], tell, 'it has the spec of a Kubernetes Job');
  if (!isFields(raw)) return undefined;
  for (const key of Object.keys(job).filter((one) => one !== 'metadata' && one !== 'spec'))
    tell([key], 'is not known', 'allowed: metadata, spec');
  readMetadata(job['metadata'] ?? {}, tell);
  readSpec(job['spec'], tell);
  if (wrong) return undefined;
  return { metadata: job['metadata'] ?? {}, spec: job['spec'] } as unknown as JobCheck;
}

function fieldsOf(value: unknown, path: SpecPath, tell: Complain, next?: string): Fields {
  if (isFields(value)) return value;
  tell(path, value === undefined ? 'is missing' : 'is no mapping', next);
  return {};
}

function readMetadata(raw: unknown, tell: Complain): void {
  const metadata = fieldsOf(raw, ['metadata'], tell);
  for (const [key, value] of Object.entries(metadata)) {
    if (key !== 'labels' && key !== 'annotations') {
      tell(['metadata', key], 'is not used: the action names its Jobs', 'allowed: labels, annotations');
      continue;
    }
    for (const [name, text] of Object.entries(fieldsOf(value, ['metadata', key], tell)))
      if (typeof text !== 'string') tell(['metadata', key, name], 'is no text', 'put it in quotes');
  }
}

function readSpec(raw: unknown, tell: Complain): void {
  const spec = fieldsOf(raw, ['spec'], tell, 'it is the spec of a Kubernetes Job');
  for (const key of counts) {
    const value = spec[key];
    if (value === undefined || (Number.isInteger(value) && Number(value) >= 0)) continue;
    tell(['spec', key], 'is no whole number of 0 or more');
  }
  if (!isFields(raw)) return;
  const path: SpecPath = ['spec', 'template'];
  const template = fieldsOf(spec['template'], path, tell, 'it is the template of a pod');
  if (!isFields(spec['template'])) return;
  readPod(template['spec'], [...path, 'spec'], tell);
}

function readPod(raw: unknown, path: SpecPath, tell: Complain): void {
  const pod = fieldsOf(raw, path, tell, 'it is the spec of a pod');
  if (!isFields(raw)) return;
  const policy = pod['restartPolicy'];
  if (policy !== 'Never' && policy !== 'OnFailure') {
    const what = policy === undefined ? 'is missing' : `cannot be ${JSON.stringify(policy)} in a Job`;
    tell([...path, 'restartPolicy'], what, 'allowed: Never, OnFailure');
  }
  const containers = pod['containers'];
  if (!Array.isArray(containers) || containers.length === 0) {
    tell([...path, 'containers'], containers === undefined ? 'is missing' : 'is no list of containers');
    return;
  }
  for (const [index, container] of (containers as readonly unknown[]).entries()) {
    const fields = fieldsOf(container, [...path, 'containers', index], tell);
    for (const key of ['name', 'image'].filter(() => isFields(container)))
      if (typeof fields[key] !== 'string' || fields[key] === '')
        tell([...path, 'containers', index, key], fields[key] === undefined ? 'is missing' : 'is no text');
  }
}
