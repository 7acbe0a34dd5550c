import type { KubeClient } from './client.ts';
import { KubeError, type Verb } from './kube-error.ts';
import { type Resource, selfSubjectAccessReviews } from './resources.ts';

/** One permission that is needed. */
export interface AccessRule {
  readonly verb: Verb;
  /** API group; empty for the core group. */
  readonly group: string;
  /** Plural name of the kind. */
  readonly resource: string;
  /** Such as `status`; each needs a rule of its own. */
  readonly subresource?: string | undefined;
  /** Left out: cluster-wide. */
  readonly namespace?: string | undefined;
  /** Left out: all objects. `create` cannot be narrowed to a name. */
  readonly name?: string | undefined;
  /** What it is for, a few words: `to promote`. */
  readonly why: string;
  /** The run does without it, and says what it lacks. */
  readonly optional?: true;
}

/** What the server says about permissions. */
export type Access =
  | { readonly known: true; readonly missing: readonly AccessRule[] }
  /** The server does not answer such questions (or not for this user): go on, and let the real request tell. */
  | { readonly known: false; readonly error: KubeError };

/** Questions at once: enough to be quick, too few for a burst of new connections. */
const AT_ONCE = 6;

/** Which of the rules the user lacks, asked from the server without changing anything. Throws if it is out of reach. */
export async function missingAccess(
  client: KubeClient,
  rules: readonly AccessRule[],
  signal?: AbortSignal,
): Promise<Access> {
  const waiting = [...rules.entries()];
  const missing: [number, AccessRule][] = [];
  const ask = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (!(await isAllowed(client, next[1], signal))) missing.push(next);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, ask));
  } catch (error) {
    waiting.length = 0;
    const cannotAsk =
      error instanceof KubeError && ['forbidden', 'no-such-resource', 'refused'].includes(error.kind);
    if (!cannotAsk) throw error;
    return { known: false, error };
  }
  return { known: true, missing: missing.toSorted(([a], [b]) => a - b).map(([, rule]) => rule) };
}

async function isAllowed(
  client: KubeClient,
  rule: AccessRule,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const { namespace, verb, group, resource, subresource, name } = rule;
  const spec = { resourceAttributes: { namespace, verb, group, resource, subresource, name } };
  // A review is answered and not stored, so asking twice does no harm.
  const options = { repeatable: true, signal };
  const review = await client.create(selfSubjectAccessReviews, undefined, { spec }, options);
  return (review['status'] as { allowed?: boolean } | undefined)?.allowed === true;
}

/** The rule for a kind of a cluster, for messages. */
export function ruleFor(
  verb: Verb,
  resource: Resource,
  where: Pick<AccessRule, 'subresource' | 'namespace' | 'name'>,
  why: string,
): AccessRule {
  return { verb, group: resource.group, resource: resource.plural, ...where, why };
}
