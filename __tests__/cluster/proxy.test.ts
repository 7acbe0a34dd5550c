import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { startConnectProxy } from '../support/connect-proxy.ts';
import { clusterKubeconfig } from './support/kubernetes.ts';
import { healthyShop, v2 } from './support/rollouts.ts';

describe('a cluster behind a proxy', () => {
  it('is conducted through the proxy-url of the kubeconfig, watch and writes included', async () => {
    const shop = await healthyShop();
    const proxy = await startConnectProxy();
    try {
      const config = parse(await readFile(clusterKubeconfig(), 'utf8')) as {
        clusters: { cluster: { 'proxy-url'?: string } }[];
      };
      for (const { cluster } of config.clusters)
        cluster['proxy-url'] = `http://127.0.0.1:${String(proxy.port)}`;
      const { code, outputs } = await shop.step({ image: v2, kubeconfig: stringify(config) });
      expect(code).toBe(0);
      expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v2 });
      expect(proxy.asked.length).toBeGreaterThan(0);
    } finally {
      await proxy.close();
    }
  });
});
