import { type Fields, isFields } from '../../support/fields.ts';
import { complainOfUnknown, shown, analysisSpecFields } from './fields.ts';
import type { Complain, SpecPath } from '../provider.ts';

/** One entry as it was written, with the path of where it stands. */
export interface RawEntry {
  readonly raw: unknown;
  readonly path: SpecPath;
}

/** The parts of `checks`, whichever of its forms they were written in. */
export interface RawSpec {
  readonly entries: readonly RawEntry[];
  readonly args: unknown;
  readonly dryRun: unknown;
  readonly measurementRetention: unknown;
  /** Where the spec stands: below `spec` in a manifest. */
  readonly path: SpecPath;
}

const kinds = ['AnalysisTemplate', 'ClusterAnalysisTemplate'];
const manifestFields = ['apiVersion', 'kind', 'metadata', 'spec', 'status'];
const forms =
  'allowed: a list of metrics, {args, metrics, dryRun, measurementRetention}, or an AnalysisTemplate';

/** Takes a list of metrics, a spec, or a manifest apart. Pure. */
export function readSpec(value: unknown, complain: Complain): RawSpec | undefined {
  if (Array.isArray(value)) return withEntries({}, entriesOf(value, []), [], complain);
  if (!isFields(value)) {
    const isNothing = value === null || value === undefined;
    const what = isNothing
      ? 'there are no checks'
      : `${shown(value)} is neither checks nor a file of the workspace`;
    complain([], what, forms);
    return undefined;
  }
  return 'kind' in value || 'spec' in value ? readManifest(value, complain) : readFields(value, [], complain);
}

function readManifest(manifest: Fields, complain: Complain): RawSpec | undefined {
  const { kind, spec } = manifest;
  complainOfUnknown(manifest, manifestFields, 'a manifest', complain);
  if (!kinds.some((one) => one === kind))
    complain(['kind'], `is ${shown(kind)}`, `allowed: ${kinds.join(', ')}`);
  else if (isFields(spec)) return readFields(spec, ['spec'], complain);
  else complain(['spec'], 'is missing, or no map', 'give the whole manifest, or only its metrics');
  return undefined;
}

function readFields(fields: Fields, path: SpecPath, complain: Complain): RawSpec | undefined {
  const below: Complain = (inner, ...told) => complain([...path, ...inner], ...told);
  if ('templateName' in fields || 'provider' in fields) {
    below([], 'is one metric alone', 'make a list of it: put "- " before its first field');
    return undefined;
  }
  complainOfUnknown(fields, analysisSpecFields, 'the spec', below);
  const lists = (['metrics', 'templates'] as const).flatMap((field) => {
    const list: unknown = fields[field];
    if (Array.isArray(list)) return entriesOf(list, [...path, field]);
    if (list !== undefined && list !== null) below([field], 'is no list', 'put "- " before each entry');
    return [];
  });
  return withEntries(fields, lists, path, complain);
}

function entriesOf(list: readonly unknown[], path: SpecPath): readonly RawEntry[] {
  return list.map((raw, index) => ({ raw, path: [...path, index] }));
}

function withEntries(
  { args, dryRun, measurementRetention }: Fields,
  entries: readonly RawEntry[],
  path: SpecPath,
  complain: Complain,
): RawSpec {
  if (entries.length === 0)
    complain([...path, 'metrics'], 'has no metric', 'give at least one, or leave the input checks empty');
  return { entries, args, dryRun, measurementRetention, path };
}
