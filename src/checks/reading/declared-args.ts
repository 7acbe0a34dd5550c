import type { Environment } from '../../inputs.ts';
import { describeUnset } from './args-input.ts';
import { predefined } from '../args.ts';
import type { ArgSource } from '../check.ts';
import { within } from './check-list.ts';
import { type Fields, isFields } from '../../support/fields.ts';
import { argFields, argOrigins, complainOfUnknown, secretFields, shown } from './fields.ts';
import type { Complain } from '../provider.ts';

/** The predefined args that have what a `fieldRef` is mostly asked for. */
const fieldArgs: Readonly<Record<string, string>> = {
  'metadata.name': 'name',
  'metadata.namespace': 'namespace',
  'status.currentPodHash': 'pod-hash',
  'status.stableRS': 'stable-hash',
  'status.currentStepIndex': 'step',
  'spec.strategy.canary.stableService': 'stable-service',
  'spec.strategy.canary.canaryService': 'canary-service',
  'spec.strategy.blueGreen.activeService': 'active-service',
  'spec.strategy.blueGreen.previewService': 'preview-service',
};

/**
 * Reads the `args` of a spec. Those in `given`, from the input, need no value here; so do the predefined. Pure.
 */
export function readDeclaredArgs(
  raw: unknown,
  given: ReadonlyMap<string, ArgSource>,
  env: Environment,
  complain: Complain,
): ReadonlyMap<string, ArgSource | undefined> {
  const args = new Map<string, ArgSource | undefined>();
  if (raw === undefined || raw === null) return args;
  if (!Array.isArray(raw)) {
    complain([], 'is no list', 'allowed: a list of {name, value}');
    return args;
  }
  for (const [index, arg] of raw.entries()) {
    const inner: Complain = (path, ...told) => complain([index, ...path], ...told);
    const name = nameOf(arg, inner);
    if (name === undefined) continue;
    if (args.has(name)) inner(['name'], 'is declared twice', 'keep one of them');
    args.set(name, readArg(arg as Fields, name, given.has(name), env, inner));
  }
  return args;
}

function nameOf(arg: unknown, complain: Complain): string | undefined {
  if (!isFields(arg)) {
    complain([], `is ${shown(arg)}, no arg`, 'allowed: {name, value}');
    return undefined;
  }
  complainOfUnknown(arg, argFields, 'an arg', complain);
  const { name } = arg;
  if (typeof name === 'string' && /^[\w.-]+$/.test(name)) return name;
  complain(['name'], name === undefined ? 'is missing' : `is ${shown(name)}, no name of an arg`);
  return undefined;
}

function readArg(
  { value, valueFrom }: Fields,
  name: string,
  isGiven: boolean,
  env: Environment,
  complain: Complain,
): ArgSource | undefined {
  if (isGiven) return undefined;
  if (value !== undefined && valueFrom !== undefined)
    complain(['valueFrom'], 'stands beside value', 'keep one of them');
  if (valueFrom !== undefined) return readOrigin(valueFrom, env, within(['valueFrom'], complain));
  if (typeof value === 'string') return { kind: 'value', value };
  if (value !== undefined)
    complain(['value'], `is ${shown(value)}, and args are text`, `quote it: ${JSON.stringify(shown(value))}`);
  else if (!Object.hasOwn(predefined, name))
    complain([], 'has no value', `give one by the input args: ${name}=VALUE`);
  return undefined;
}

function readOrigin(from: unknown, env: Environment, complain: Complain): ArgSource | undefined {
  const origin = isFields(from) ? Object.keys(from) : [];
  const [key, ...others] = origin;
  if (!isFields(from) || key === undefined || others.length > 0) {
    complain([], 'is no place of one value', `allowed: one of ${argOrigins.join(', ')}`);
    return undefined;
  }
  if (key === 'secretKeyRef') return readSecretRef(from[key], within([key], complain));
  if (key === 'env') return readVariable(from[key], env, within([key], complain));
  if (key === 'fieldRef' || key === 'podTemplateHashValue')
    complain([key], ...describeReference(key, from[key]));
  else complainOfUnknown(from, argOrigins, 'valueFrom', complain);
  return undefined;
}

function readSecretRef(raw: unknown, complain: Complain): ArgSource | undefined {
  if (!isFields(raw)) {
    complain([], `is ${shown(raw)}`, 'allowed: {name, key}');
    return undefined;
  }
  complainOfUnknown(raw, secretFields, 'secretKeyRef', complain);
  const { name, key } = raw;
  for (const field of secretFields)
    if (typeof raw[field] !== 'string' || raw[field] === '') complain([field], 'is missing, or no text');
  return typeof name === 'string' && typeof key === 'string' ? { kind: 'secret', name, key } : undefined;
}

function readVariable(variable: unknown, env: Environment, complain: Complain): ArgSource | undefined {
  if (typeof variable !== 'string' || !/^[A-Za-z_]\w*$/.test(variable)) {
    complain([], `is ${shown(variable)}, no name of an environment variable`);
    return undefined;
  }
  if ((env[variable] ?? '') === '') complain([], ...describeUnset(variable));
  return { kind: 'env', variable, hidden: true };
}

/** What only the controller fills in has a predefined arg, or comes by the input. */
function describeReference(key: string, reference: unknown): [string, string] {
  const path = isFields(reference) ? String(reference['fieldPath']) : String(reference);
  const hash = reference === 'Stable' ? 'stable-hash' : 'pod-hash';
  const known = key === 'fieldRef' ? fieldArgs[path] : hash;
  const way = 'give the value by the input args';
  return [
    `asks for ${path}, which only the controller fills in`,
    known === undefined ? way : `{{args.${known}}} has it; or ${way}`,
  ];
}
