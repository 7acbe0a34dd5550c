import { type Fields, isFields } from '../../support/fields.ts';
import { shown } from './fields.ts';
import { type ProviderName, providers } from '../index.ts';
import type { Complain } from '../provider.ts';
import { similar } from '../../support/similar.ts';

/** Providers of Argo that only its controller has. */
export const argoProviders = [
  'datadog',
  'newRelic',
  'wavefront',
  'kayenta',
  'cloudWatch',
  'graphite',
  'influxdb',
  'skywalking',
  'plugin',
] as const;

/** Which provider a metric has; complains of none, of several, and of those that are not here. */
export function chooseProvider({ provider }: Fields, complain: Complain): ProviderName | undefined {
  const known = Object.keys(providers);
  const allowed = `allowed: ${known.join(', ')}`;
  if (provider === undefined) complain([], 'has no provider', allowed);
  else if (!isFields(provider)) complain(['provider'], `is ${shown(provider)}, no map`, allowed);
  else {
    const [name, ...others] = Object.keys(provider);
    if (name === undefined) complain(['provider'], 'is empty', allowed);
    else if (others.length > 0)
      complain(['provider'], `has ${[name, ...others].join(' and ')}`, 'keep one: a metric has one provider');
    else if (isProvider(name)) return name;
    else complain(['provider', name], ...describeOther(name, known));
  }
  return undefined;
}

function isProvider(name: string): name is ProviderName {
  return Object.hasOwn(providers, name);
}

function describeOther(name: string, known: readonly string[]): [string, string] {
  if (argoProviders.some((one) => one === name))
    return [
      'is measured only by the controller',
      'put the metric into an AnalysisTemplate of the cluster, and name it here: - templateName: NAME',
    ];
  const near = similar(name, known);
  const allowed = near === undefined ? `allowed: ${known.join(', ')}` : `did you mean ${near}?`;
  return ['is no provider', allowed];
}
