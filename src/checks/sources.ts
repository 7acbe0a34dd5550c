import { ActionableError } from '../errors.ts';
import type { Environment } from '../inputs.ts';
import { type AccessRule, ruleFor } from '../kube/access.ts';
import type { KubeClient } from '../kube/client.ts';
import { KubeError } from '../kube/kube-error.ts';
import { secrets } from '../kube/resources.ts';
import type { ArgSource, Checks } from './check.ts';

/** Where the values of args are read from. */
export interface ArgWorld {
  readonly client: KubeClient;
  readonly env: Environment;
  /** Namespace of the target: its Secrets are read. */
  readonly namespace: string;
}

/** The args with their values, and which of these nobody may see. */
export interface ReadArgs {
  readonly values: ReadonlyMap<string, string>;
  readonly hidden: readonly string[];
}

/** Reads the values of all args anew: a Secret may have been renewed. Throws ActionableError, KubeError. */
export async function readArgs(
  sources: Checks['args'],
  world: ArgWorld,
  signal: AbortSignal,
): Promise<ReadArgs> {
  const values = new Map<string, string>();
  const hidden: string[] = [];
  for (const [name, source] of sources) {
    const value = await readSource(source, world, signal);
    values.set(name, value);
    if (source.kind === 'secret' || (source.kind === 'env' && source.hidden)) hidden.push(value);
  }
  return { values, hidden };
}

/** What reading them has to be allowed. */
export function secretAccess(sources: Checks['args'], namespace: string): readonly AccessRule[] {
  const named = [...sources.values()].flatMap((source) => (source.kind === 'secret' ? source.name : []));
  return [...new Set(named)].map((name) =>
    ruleFor('get', secrets, { namespace, name }, 'read an arg of the checks'),
  );
}

async function readSource(
  source: ArgSource,
  { client, env, namespace }: ArgWorld,
  signal: AbortSignal,
): Promise<string> {
  if (source.kind === 'value') return source.value;
  if (source.kind === 'env') return env[source.variable] ?? '';
  const { name, key } = source;
  const value = await readSecret(client, { namespace, name, key }, signal);
  if (value !== undefined) return value;
  throw new ActionableError({
    what: `There is no key ${key} in the Secret ${namespace}/${name}, which an arg of the checks is read from.`,
    next: 'correct secretKeyRef, or make the Secret.',
    reason: 'not-found',
  });
}

async function readSecret(
  client: KubeClient,
  { namespace, name, key }: { readonly namespace: string; readonly name: string; readonly key: string },
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const secret = await client.get({ resource: secrets, namespace, name }, { signal });
    const value = (secret['data'] as Readonly<Record<string, string>> | undefined)?.[key];
    return value === undefined ? undefined : Buffer.from(value, 'base64').toString('utf8');
  } catch (error) {
    if (error instanceof KubeError && error.kind === 'not-found') return undefined;
    throw error;
  }
}
