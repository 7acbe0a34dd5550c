import { describe, expect, it } from '@jest/globals';
import { type Shop, v1, v2, v3 } from './support/rollouts.ts';
import { routedShop, type Router, routers, trafficOf } from './support/traffic.ts';

const virtualService = (route: string): string => `VirtualService web, route ${route}`;

/** Each router, and how log and summary name its routes. */
const routed: readonly (readonly [name: string, router: Router, ...routes: readonly string[]])[] = [
  ['NGINX', routers.nginx, 'Ingress web-web-canary'],
  [
    'Istio by host, with http, tls and tcp routes',
    routers.istioHosts,
    ...['primary', 'tls 443 web.test', 'tcp 9000'].map(virtualService),
  ],
  ['Istio by subset', routers.istioSubsets, virtualService('primary')],
  ['the plugin of the Gateway API', routers.gatewayApi, 'HTTPRoute web, route rule 0'],
];

/** Brings an image to its gate at 20 %, and looks whether everybody says so. */
async function toGate(shop: Shop, image: string, router: Router, routes: readonly string[]): Promise<string> {
  const { code, outputs, log, summary } = await shop.step({ image });
  const { weights } = await trafficOf(shop, router);
  expect({ code, outputs }).toMatchObject({
    code: 0,
    outputs: { ended: 'paused', reason: 'gate', weight: '20', 'actual-weight': '20' },
  });
  expect(weights).toEqual(routes.map(() => 20));
  expect(log).toMatch(/SetWeight: +20\n +ActualWeight: +20\n +Routes: /);
  expect(summary).toContain('20 % desired, 20 % actual');
  for (const route of routes) {
    expect(log).toContain(`${route}: stable 80, canary 20`);
    expect(summary).toContain(`${route}: stable 80, canary 20`);
  }
  return outputs['state'] ?? '';
}

/** Whether all traffic of every route went to the stable revision when the step was over, and that it says so. */
async function expectAllOnStable(
  shop: Shop,
  router: Router,
  routes: readonly string[],
  log: string,
): Promise<void> {
  const { weights, stable } = await trafficOf(shop, router);
  expect(weights).toEqual(routes.map(() => 0));
  expect(stable).toBe((await shop.rollout()).status.stableRS);
  for (const route of routes) expect(log).toContain(`${route}: stable 100, canary 0`);
}

describe('behind a router', () => {
  it.concurrent.each(routed)(
    'a promote, also in full, ends when the routes lead to the new stable revision: %s',
    async (_, router, ...routes) => {
      const shop = await routedShop(router);
      const { stable: first } = await trafficOf(shop, router);
      const state = await toGate(shop, v2, router, routes);
      const promoted = await shop.step({ operation: 'promote', expect: state });
      await expectAllOnStable(shop, router, routes, promoted.log);
      expect(promoted).toMatchObject({ code: 0, outputs: { ended: 'healthy', 'stable-image': v2 } });
      const { stable: second } = await trafficOf(shop, router);
      expect(second).not.toBe(first);

      await toGate(shop, v3, router, routes);
      const full = await shop.step({ operation: 'promote-full', image: v3 });
      await expectAllOnStable(shop, router, routes, full.log);
      expect(full).toMatchObject({ code: 0, outputs: { ended: 'healthy', 'stable-image': v3 } });
      expect((await trafficOf(shop, router)).stable).not.toBe(second);
    },
  );

  it.concurrent.each(routed)(
    'an abort and a rollback end when the routes lead to the old revision: %s',
    async (_, router, ...routes) => {
      const shop = await routedShop(router);
      const { stable: first } = await trafficOf(shop, router);
      await toGate(shop, v2, router, routes);
      const aborted = await shop.step({ operation: 'abort', image: v2 });
      await expectAllOnStable(shop, router, routes, aborted.log);
      expect(aborted).toMatchObject({
        code: 0,
        outputs: { ended: 'aborted', reason: 'requested', weight: '0', 'actual-weight': '0' },
      });

      // The same image again begins at step 0.
      await toGate(shop, v2, router, routes);
      const back = await shop.step({ operation: 'rollback', image: v2 });
      await expectAllOnStable(shop, router, routes, back.log);
      expect(back).toMatchObject({ code: 0, outputs: { ended: 'rolled-back', 'stable-image': v1 } });
      expect((await trafficOf(shop, router)).stable).toBe(first);
    },
  );
});
