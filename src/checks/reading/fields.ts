import type { Fields } from '../../support/fields.ts';
import { similar } from '../../support/similar.ts';
import type { Complain } from '../provider.ts';

/** The fields of an AnalysisTemplate's metric; https://argo-rollouts.readthedocs.io/en/stable/features/specification/ */
export const metricFields = [
  'name',
  'interval',
  'initialDelay',
  'count',
  'successCondition',
  'failureCondition',
  'failureLimit',
  'inconclusiveLimit',
  'consecutiveErrorLimit',
  'consecutiveSuccessLimit',
  'provider',
] as const;

/** What only the checks of a workflow have: when, and at which gates. */
export const ownFields = ['when', 'steps'] as const;

/** The fields of an entry that is an AnalysisTemplate of the cluster. */
export const templateFields = ['templateName', 'clusterScope', 'args', 'name'] as const;

/** The fields of the spec of an AnalysisTemplate. */
export const analysisSpecFields = ['args', 'metrics', 'dryRun', 'measurementRetention', 'templates'] as const;

/** The fields of one of `templates`. */
export const templateRefFields = ['templateName', 'clusterScope'] as const;

/** The fields of an arg, and of where its value comes from. */
export const argFields = ['name', 'value', 'valueFrom'] as const;
/** Where the value of an arg may come from; `env` is ours. */
export const argOrigins = ['secretKeyRef', 'env'] as const;
/** The fields of `secretKeyRef`. */
export const secretFields = ['name', 'key'] as const;

/** The fields of `dryRun` and `measurementRetention`. */
export const dryRunFields = ['metricName'] as const;
/** The same with how many measurements are kept. */
export const retentionFields = ['metricName', 'limit'] as const;

/** Complains of every field that is not known, with the one that was probably meant. */
export function complainOfUnknown(
  fields: Fields,
  known: readonly string[],
  of: string,
  complain: Complain,
): void {
  for (const field of Object.keys(fields).filter((one) => !known.includes(one)))
    complain([field], `is no field of ${of}`, suggestion(field, known));
}

/** The word that was probably meant, or all that are allowed. */
export function suggestion(given: string, known: readonly string[]): string {
  const near = similar(given, known);
  return near === undefined ? `allowed: ${known.join(', ')}` : `did you mean ${near}?`;
}

/** A value as people wrote it, cut to a length that a line bears. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
