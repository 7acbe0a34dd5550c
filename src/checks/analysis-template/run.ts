import { ActionableError } from '../../errors.ts';
import type { MetricRule, RawMetric, RawTemplate } from './template.ts';
import type { TemplateArg } from './spec.ts';

/** What an AnalysisRun is made of. */
export interface RunSpec {
  readonly metrics: readonly RawMetric[];
  readonly args: readonly TemplateArg[];
  readonly dryRun: readonly MetricRule[];
  readonly measurementRetention: readonly MetricRule[];
}

/** Values that templates are given. */
export interface Given {
  /** Those of the check; they count before what the template says. */
  readonly own: readonly TemplateArg[];
  /** Those of all checks by name, for args that have no value otherwise. */
  readonly common: ReadonlyMap<string, string>;
}

/**
 * The spec of the AnalysisRun that the controller would make of the templates: FlattenTemplates and MergeArgs of
 * utils/analysis (1.10.1), which also has the args with the same name in two templates. Stricter in one thing: an arg
 * that no template knows is a mistake, where the controller drops it. Pure. Throws ActionableError.
 * @param name what the check calls the template, for errors
 */
export function runSpec(name: string, templates: readonly RawTemplate[], given: Given): RunSpec {
  const specs = templates.map(({ spec }) => spec ?? {});
  const metrics = specs.flatMap((spec) => spec.metrics ?? []);
  const dryRun = specs.flatMap((spec) => spec.dryRun ?? []);
  const measurementRetention = specs.flatMap((spec) => spec.measurementRetention ?? []);
  const declared = mergeDeclared(
    name,
    specs.flatMap((spec) => spec.args ?? []),
  );
  const args = declared.map((arg) => withValue(arg, given));
  const mistakes = [
    ...(metrics.length === 0 ? ['it has no metrics'] : []),
    ...twice(metrics.map((metric) => metric.name)).map((one) => `two of its metrics are called ${one}`),
    ...[dryRun, measurementRetention].flatMap((rules) =>
      twice(rules.map(({ metricName }) => metricName)).map((one) => `two of its rules are for ${one}`),
    ),
    ...given.own
      .filter((arg) => declared.every((known) => known.name !== arg.name))
      .map((arg) => `it has no arg ${arg.name}${listed(declared)}`),
    ...args.filter(isOpen).map((arg) => `its arg ${arg.name} has no value`),
    ...unknownIn(metrics, declared).map((arg) => `its metrics use the arg ${arg}, which it does not declare`),
  ];
  if (mistakes.length === 0) return { metrics, args, dryRun, measurementRetention };
  throw new ActionableError({
    what: `The template ${name} cannot be measured: ${mistakes.join('; ')}.`,
    next: 'give the values in `args` of the check, or correct the template.',
    reason: 'bad-input',
  });
}

/**
 * Refuses what the controller would measure until somebody ends it: an interval without a count (`EffectiveCount`), and
 * no successes in a row to come to. Throws ActionableError.
 */
export function refuseEndless(name: string, { metrics }: RunSpec): void {
  const isNone = (value: string | number = ''): boolean => ['', '0'].includes(String(value));
  const endless = metrics.filter(
    ({ interval, count, consecutiveSuccessLimit }) =>
      !isNone(interval) && isNone(count) && isNone(consecutiveSuccessLimit),
  );
  if (endless.length === 0) return;
  const named = endless.map((metric) => metric.name).join(', ');
  throw new ActionableError({
    what: `The template ${name} would never end at a gate or after Healthy: interval without count (${named}).`,
    next: 'give these metrics a count, or measure the template with when: background.',
    reason: 'bad-input',
  });
}

/** Of two args with one name the first value counts; two different values are a contradiction. */
function mergeDeclared(name: string, all: readonly TemplateArg[]): readonly TemplateArg[] {
  const merged = new Map<string, TemplateArg>();
  for (const arg of all) {
    const before = merged.get(arg.name);
    if (before?.value !== undefined && arg.value !== undefined && before.value !== arg.value)
      throw new ActionableError({
        what: `The templates of ${name} have two values for the arg ${arg.name}: "${before.value}" and "${arg.value}".`,
        next: 'let the templates agree; the controller refuses them too.',
        reason: 'bad-input',
      });
    if (before?.value === undefined) merged.set(arg.name, arg);
  }
  return [...merged.values()];
}

function withValue(arg: TemplateArg, { own, common }: Given): TemplateArg {
  const given = own.find(({ name }) => name === arg.name);
  if (given?.value !== undefined) return { ...arg, value: given.value };
  if (given?.valueFrom !== undefined) return { ...arg, valueFrom: given.valueFrom };
  const value = isOpen(arg) ? common.get(arg.name) : undefined;
  return value === undefined ? arg : { ...arg, value };
}

/** The controller fills in Secrets only; a `fieldRef` is for the args of a Rollout. */
function isOpen({ value, valueFrom }: TemplateArg): boolean {
  return value === undefined && valueFrom?.secretKeyRef === undefined;
}

function twice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function listed(declared: readonly TemplateArg[]): string {
  return declared.length === 0 ? '' : `, only ${declared.map(({ name }) => name).join(', ')}`;
}

function unknownIn(metrics: unknown, declared: readonly TemplateArg[]): readonly string[] {
  const used = [...JSON.stringify(metrics).matchAll(/\{\{\s*args\.([^{}\s]+)\s*\}\}/g)];
  const names = new Set(used.flatMap(([, name]) => name ?? []));
  return [...names].filter((name) => declared.every((arg) => arg.name !== name));
}
