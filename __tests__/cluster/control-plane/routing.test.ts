import { describe, expect, it } from '@jest/globals';
import { getObject, kubectl, type KubernetesObject, waitFor } from '../support/kubernetes.ts';
import { v2 } from '../support/rollouts.ts';
import { somebody } from '../support/somebody.ts';
import { routedShop, type Router, routers, untilWeight } from '../support/traffic.ts';

type Named = KubernetesObject & { spec: { rules: { backendRefs: object[] }[] } };
const label = 'rollouts.argoproj.io/gatewayapi-canary';

describe('the real controller moves the weights of', () => {
  it.each(Object.entries<Router>(routers))('%s', async (_, router) => {
    const shop = await routedShop(router);
    await somebody.sets(shop, v2);
    await untilWeight(shop, router, 20);
    await shop.until('its pause', ({ status }) => status.pauseConditions !== undefined);
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

describe('the plugin of the Gateway API', () => {
  const router = routers.gatewayApi;

  it('labels the route while the canary has a weight', async () => {
    const shop = await routedShop(router);
    await somebody.sets(shop, v2);
    const moving = (await untilWeight(shop, router, 20)) as Named;
    expect(moving.metadata.labels).toMatchObject({ [label]: 'in-progress' });
    expect(moving.spec.rules[0]?.backendRefs).toMatchObject([
      { name: 'web-stable', weight: 80 },
      { name: 'web-canary', weight: 20 },
    ]);
    await somebody.aborts(shop);
    const { metadata } = await untilWeight(shop, router, 0);
    expect(metadata.labels ?? {}).not.toHaveProperty([label]);
  });

  it('says which Service the route lacks', async () => {
    const shop = await routedShop(router);
    const spec = { rules: [{ backendRefs: [{ name: 'web-stable', port: 80 }] }] };
    const patch = JSON.stringify({ spec });
    await kubectl('patch', ...router.carrier, '-n', shop.namespace, '--type=merge', '-p', patch);
    await somebody.sets(shop, v2);
    await waitFor<KubernetesObject & { message: string }>(
      shop.namespace,
      'events',
      { labels: '' },
      ({ message }) => message.includes('no backendRef is named "web-canary"'),
      { what: "the plugin's complaint" },
    );
  });
});
