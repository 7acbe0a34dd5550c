import type { Environment } from '../../inputs.ts';
import { sampleArgs } from '../args.ts';
import type { Check, Checks, Metric } from '../check.ts';
import { argsIn } from './fill.ts';
import { readMetric } from './metric.ts';
import type { Complain, SpecPath } from '../provider.ts';

/** What a Secret may hold: a number, an address, a time, a word. */
const secretSamples = ['1', 'https://web.example/1', '1m', 'secret'];

/**
 * Reads a check before the cluster is known. Of what a Secret holds nobody knows the form: that is found wrong only
 * where no sample fits, and left to the values themselves where it stands alone. `missing` are args without a value,
 * which was told: what is wrong because of them is not. Pure.
 */
export function readSample(
  check: Check,
  sources: Checks['args'],
  env: Environment,
  complain: Complain,
  missing: ReadonlySet<string> = new Set(),
): Metric | undefined {
  const used = argsIn(check.raw);
  const secrets = [...used].filter((name) => sources.get(name)?.kind === 'secret');
  const known = new Map([...[...missing].map((name) => [name, ''] as const), ...sampleArgs(sources, env)]);
  const withSample = (sample: string): ReadonlyMap<string, string> =>
    new Map([...known, ...secrets.map((name) => [name, sample] as const)]);
  for (const sample of secrets.length > 0 ? secretSamples : []) {
    const metric = readMetric(check, withSample(sample), () => undefined);
    if (metric !== undefined) return metric;
  }
  const doubtful = new Set([...missing, ...secrets]);
  return readMetric(check, withSample('1'), (path, ...told) => {
    const isDoubtful = [...argsIn(valueAt(check.raw, path))].some((name) => doubtful.has(name));
    if (!isDoubtful) complain(path, ...told);
  });
}

function valueAt(value: unknown, path: SpecPath): unknown {
  return path.reduce(
    (node, step) => (node as Readonly<Record<string | number, unknown>> | null | undefined)?.[step],
    value,
  );
}
