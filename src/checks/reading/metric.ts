import type { Check, Metric } from '../check.ts';
import { type Condition, ConditionError, parseCondition } from '../condition/index.ts';
import type { Fields } from '../../support/fields.ts';
import { complainOfUnknown, metricFields, ownFields, shown } from './fields.ts';
import { fillArgs } from './fill.ts';
import { providers } from '../index.ts';
import { complainOfLimits } from './limits.ts';
import { chooseProvider } from './provider-choice.ts';
import type { Complain, Provider, SpecPath } from '../provider.ts';
import { readCount, readDuration, readText } from './scalars.ts';
import { isVerbatim } from './verbatim.ts';

/**
 * Fills the args into a check and reads it. Pure. Complains of everything that is wrong, paths beginning at the metric;
 * undefined when something was.
 */
export function readMetric(
  { raw, dryRun, retention }: Pick<Check, 'raw' | 'dryRun' | 'retention'>,
  args: ReadonlyMap<string, string>,
  complain: Complain,
): Metric | undefined {
  let isWrong = false;
  const unfilled: SpecPath[] = [];
  const tell: Complain = (path, ...told) => {
    isWrong = true;
    unfilled.push(path);
    complain(path, ...told);
  };
  const filled = fillArgs(raw, args, tell, isVerbatim) as Fields;
  const told: Complain = (path, ...what) => {
    isWrong = true;
    // What is wrong with a value only because an arg is missing in it is not told a second time.
    const isTold = unfilled.some((one) => one.every((step, index) => step === path[index]));
    if (!isTold) complain(path, ...what);
  };
  const metric = readFilled(filled, told);
  return isWrong || metric === undefined ? undefined : { ...metric, dryRun, retention };
}

function readFilled(fields: Fields, complain: Complain): Omit<Metric, 'dryRun' | 'retention'> | undefined {
  // What only a workflow has is taken out before: here it is for people who misspelt it.
  complainOfUnknown(fields, [...metricFields, ...ownFields], 'a metric', complain);
  const name = readText(fields, 'name', complain);
  if (fields['name'] === undefined) complain([], 'has no name', 'give it one: name: error-rate');
  const count = (field: string, least = 0): number | undefined => readCount(fields, field, least, complain);
  const interval = readDuration(fields, 'interval', 1, complain);
  const initialDelay = readDuration(fields, 'initialDelay', 0, complain);
  const limits = {
    count: count('count') || undefined,
    failureLimit: count('failureLimit', -1) ?? 0,
    inconclusiveLimit: count('inconclusiveLimit') ?? 0,
    // The default of Argo Rollouts (analysis.DefaultConsecutiveErrorLimit).
    consecutiveErrorLimit: count('consecutiveErrorLimit') ?? 4,
    consecutiveSuccessLimit: count('consecutiveSuccessLimit') || undefined,
  };
  complainOfLimits({ ...limits, hasInterval: fields['interval'] !== undefined }, complain);
  const chosen = readProvider(fields, complain);
  const conditions = readConditions(fields, chosen?.conditions ?? true, complain);
  if (name === undefined || chosen === undefined) return undefined;
  const {
    count: times = interval === undefined ? 1 : undefined,
    consecutiveSuccessLimit,
    ...others
  } = limits;
  return {
    name,
    provider: chosen.name,
    spec: chosen.spec,
    ...conditions,
    ...others,
    ...(interval !== undefined && { interval }),
    ...(times !== undefined && { count: times }),
    ...(initialDelay !== undefined && { initialDelay }),
    ...(consecutiveSuccessLimit !== undefined && { consecutiveSuccessLimit }),
  };
}

interface Chosen extends Pick<Metric, 'spec'> {
  readonly name: Metric['provider'];
  readonly conditions: boolean;
}

function readProvider(fields: Fields, complain: Complain): Chosen | undefined {
  const name = chooseProvider(fields, complain);
  if (name === undefined) return undefined;
  const provider: Provider = providers[name];
  const spec = provider.parse((fields['provider'] as Fields)[name], (path, ...told) =>
    complain(['provider', name, ...path], ...told),
  );
  return { name, spec, conditions: provider.conditions };
}

function readConditions(
  fields: Fields,
  allowed: boolean,
  complain: Complain,
): Pick<Metric, 'successCondition' | 'failureCondition'> {
  const read = (field: string): Condition | undefined => {
    if (fields[field] !== undefined && !allowed) {
      complain([field], 'is given, and the provider has a verdict of its own', 'leave it out');
      return undefined;
    }
    const text = readText(fields, field, complain);
    return text === undefined ? undefined : readCondition(text, field, complain);
  };
  const [successCondition, failureCondition] = [read('successCondition'), read('failureCondition')];
  return { ...(successCondition && { successCondition }), ...(failureCondition && { failureCondition }) };
}

function readCondition(text: string, field: string, complain: Complain): Condition | undefined {
  try {
    return parseCondition(text);
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    complain([field], `${shown(text)} cannot be read: ${error.message}`);
    return undefined;
  }
}
