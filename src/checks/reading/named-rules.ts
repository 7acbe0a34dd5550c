import { type Fields, isFields } from '../../support/fields.ts';
import { complainOfUnknown, dryRunFields, retentionFields, shown } from './fields.ts';
import type { Complain } from '../provider.ts';
import { readCount } from './scalars.ts';

/** The default of Argo Rollouts (analysis.DefaultMeasurementHistoryLimit). */
const usualRetention = 10;

/** Whether a metric is measured without deciding anything, by `dryRun`. Its rules are expressions over names, as Argo's. */
export function readDryRun(
  raw: unknown,
  names: readonly string[],
  complain: Complain,
): (name: string) => boolean {
  const rules = readRules(raw, dryRunFields, names, complain);
  return (name) => rules.some(({ pattern }) => pattern.test(name));
}

/** How many measurements of a metric are kept, by `measurementRetention`: the last rule that fits, as in Argo. */
export function readRetention(
  raw: unknown,
  names: readonly string[],
  complain: Complain,
): (name: string) => number {
  const rules = readRules(raw, retentionFields, names, complain).map(({ pattern, fields, at }) => {
    const limit = readCount(fields, 'limit', 0, at);
    if (fields['limit'] === undefined)
      at([], 'has no limit', 'say how many measurements are kept: limit: 20');
    return { pattern, limit: limit || usualRetention };
  });
  return (name) => rules.findLast(({ pattern }) => pattern.test(name))?.limit ?? usualRetention;
}

interface Rule {
  readonly pattern: RegExp;
  readonly fields: Fields;
  readonly at: Complain;
}

function readRules(
  raw: unknown,
  known: readonly string[],
  names: readonly string[],
  complain: Complain,
): readonly Rule[] {
  if (raw === undefined || raw === null) return [];
  if (!Array.isArray(raw)) {
    complain([], 'is no list', `allowed: a list of {${known.join(', ')}}`);
    return [];
  }
  const rules = raw.flatMap((fields: unknown, index): readonly Rule[] => {
    const at: Complain = (path, ...told) => complain([index, ...path], ...told);
    const pattern = isFields(fields) ? patternOf(fields, at) : undefined;
    if (!isFields(fields)) at([], `is ${shown(fields)}`, `allowed: {${known.join(', ')}}`);
    else complainOfUnknown(fields, known, 'this rule', at);
    return pattern === undefined || !isFields(fields) ? [] : [{ pattern, fields, at }];
  });
  for (const [index, { pattern, at }] of rules.entries()) {
    const isFirst = rules.findIndex((rule) => rule.pattern.source === pattern.source) === index;
    if (!isFirst) at(['metricName'], 'is there twice', 'keep one of them');
    if (!names.some((name) => pattern.test(name)))
      at(['metricName'], 'fits no metric', `metrics: ${names.join(', ')}`);
  }
  return rules;
}

function patternOf({ metricName }: Fields, complain: Complain): RegExp | undefined {
  if (typeof metricName !== 'string' || metricName === '') {
    complain(['metricName'], 'is missing, or no text', 'allowed: a regular expression for names of metrics');
    return undefined;
  }
  // Go has its flags at the beginning of an expression, JavaScript beside it.
  const [, flags = '', expression = ''] = /^(?:\(\?([is]+)\))?([\s\S]*)$/.exec(metricName) ?? [];
  try {
    return new RegExp(expression, flags);
  } catch {
    complain(['metricName'], `is ${shown(metricName)}, no regular expression`, 'for all metrics write .*');
    return undefined;
  }
}
