import { describe, expect, it } from '@jest/globals';
import { getObject, type KubernetesObject } from '../support/kubernetes.ts';
import { v2 } from '../support/rollouts.ts';
import { somebody } from '../support/somebody.ts';
import { routedShop, type Router, routers, untilWeight } from '../support/traffic.ts';

describe('the real controller moves the weights of', () => {
  it.each(Object.entries<Router>(routers))('%s', async (_, router) => {
    const shop = await routedShop(router);
    await somebody.sets(shop, v2);
    await untilWeight(shop, router, 20);
    await somebody.promotes(shop);
    const { status } = await shop.until(
      'v2 to be stable',
      ({ status }) => status.phase === 'Healthy' && status.stableRS === status.currentPodHash,
    );
    expect(status.currentStepIndex).toBe(2);
    // Not at once: the phase is Healthy while the canary still has all the traffic.
    await untilWeight(shop, router, 0);
  });

  it('nothing but the routes that a Rollout names', async () => {
    const named = routers.istioHosts;
    const other = { name: 'other', route: [{ destination: { host: 'somewhere.else' } }] };
    const [service] = named.objects as [{ spec: { http: object[] } }];
    const spec = { ...service.spec, http: [...service.spec.http, other] };
    const router = { ...named, objects: [{ ...service, spec }], weights: named.weights };
    const shop = await routedShop(router);
    await somebody.sets(shop, v2);
    await untilWeight(shop, { ...router, weights: (seen) => [router.weights(seen)[0]] }, 20);
    const seen = await getObject<KubernetesObject & { spec: { http: unknown[] } }>(
      shop.namespace,
      ...router.carrier,
    );
    expect(seen.spec.http[1]).toEqual(other);
  });
});
