import type { KubeClient } from '../../../kube/client.ts';
import { KubeError, type KubeErrorKind } from '../../../kube/kube-error.ts';
import { resourceName, rollouts } from '../../../kube/resources.ts';
import { lastChange } from '../../../ownership/last-change.ts';
import type { RouteWeight } from '../../route-weight.ts';
import type { RawRollout } from '../rollout.ts';
import { maxTrafficWeight } from '../weight.ts';
import { describeDrift, type ReadRoutes } from './drift.ts';
import { routeObjects, routersOf } from './index.ts';
import type { RouteObject } from './routing.ts';

/** What the routes say, and what could not be read of them. */
export interface Routes {
  readonly routes: readonly RouteWeight[];
  /** Sentences: what is missing, and which permission would let it be read. */
  readonly notices: readonly string[];
}

/**
 * Reads the weights where the router reads them; where nothing can be read, they are those of the status.
 * Throws KubeError for anything but what is forbidden or missing.
 */
export async function readRoutes(
  client: KubeClient,
  rollout: RawRollout,
  signal: AbortSignal,
): Promise<Routes> {
  const all = await Promise.all(routeObjects(rollout).map((one) => readOne(client, one, signal)));
  const routes = all.flatMap((one) => one.routes);
  const drift = await confirmedDrift(client, rollout, all, signal);
  return {
    routes: routes.length === 0 ? statusRoutes(rollout) : routes,
    notices: [...all.flatMap((one) => one.notices), ...drift],
  };
}

/** The release may have gone on between the two reads: what differs is told if the Rollout is still as it was. */
async function confirmedDrift(
  client: KubeClient,
  rollout: RawRollout,
  read: readonly ReadRoutes[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const drift = describeDrift(rollout, read);
  if (drift.length === 0) return [];
  const { namespace = '', name } = rollout.metadata;
  const now: RawRollout = await client.get({ resource: rollouts, namespace, name }, { signal });
  return describeDrift(now, read).filter((sentence) => drift.includes(sentence));
}

async function readOne(
  client: KubeClient,
  one: RouteObject,
  signal: AbortSignal,
): Promise<Routes & ReadRoutes> {
  try {
    const object = await client.get(one.ref, { signal });
    const routes = one.read(object);
    const none = `${nameOf(one.ref)} has no route with the Services or subsets of this Rollout.`;
    const changed = lastChange(object.metadata, one.weightFields);
    return { routes, changed, notices: routes.length === 0 ? [none] : [] };
  } catch (error) {
    const notice = error instanceof KubeError ? noticeFor(error, one.ref) : undefined;
    if (notice === undefined) throw error;
    return { routes: [], changed: undefined, notices: [notice] };
  }
}

function noticeFor({ kind }: KubeError, ref: RouteObject['ref']): string | undefined {
  const [name, resource] = [nameOf(ref), resourceName(ref.resource)];
  const notices: Partial<Record<KubeErrorKind, string>> = {
    forbidden: `The weights of ${name} are not read: this needs the permission to get ${resource}.`,
    'not-found': `${name} is not there, though this Rollout routes by it.`,
    'no-such-resource': `The cluster does not know ${resource}, though this Rollout routes by ${name}.`,
  };
  return notices[kind];
}

function nameOf({ resource, namespace, name }: RouteObject['ref']): string {
  return `${resource.kind} ${namespace}/${name}`;
}

/** The weights of the status, one for each router: what the controller says it has set. Pure. */
function statusRoutes(rollout: RawRollout): readonly RouteWeight[] {
  const weights = rollout.status?.canary?.weights;
  if (weights === undefined) return [];
  const { stable, canary } = weights;
  return Object.keys(routersOf(rollout)).map((kind) => ({
    ...{ kind, name: '', managed: [], from: 'status' },
    stable: stable?.weight ?? 0,
    canary: canary?.weight ?? 0,
    total: maxTrafficWeight(rollout),
  }));
}
