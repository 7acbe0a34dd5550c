import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { until } from '../../../cluster/wait.ts';
import { kubeClient } from '../../../src/kube/client.ts';
import { connect } from '../../../src/kube/config.ts';
import { kubeconfigText } from '../../support/kube-server.ts';
import { type ProviderFixture, SECRET } from './fixture.ts';

/** What the contract suite measures with `kubernetes`: a server with two pods in namespace shop. */
export const kubernetesFixture: ProviderFixture = {
  right: [
    { resource: 'pods', jsonPath: '{.items[*].status.phase}' },
    {
      resource: 'deploy',
      name: 'web',
      namespace: 'shop',
      jsonPath: '{.status.readyReplicas}',
      allowEmpty: true,
    },
    { resource: 'certificates.v1.cert-manager.io', labelSelector: 'app=web,tier!=x', jsonPath: '{.items}' },
    {
      resource: 'clusterissuers.v1.cert-manager.io',
      clusterScope: true,
      fieldSelector: 'a=b',
      jsonPath: '{.items}',
    },
  ],
  wrong: [
    { raw: undefined, at: [[]] },
    { raw: 'pods', at: [[]] },
    { raw: {}, at: [['resource'], ['jsonPath']] },
    { raw: { resource: 'certificates', jsonPath: '{.items}' }, at: [['resource']] },
    { raw: { resource: 'secrets', jsonPath: '{.items}' }, at: [['resource']] },
    { raw: { resource: 'pods', jsonPath: '{.items[' }, at: [['jsonPath']] },
    { raw: { resource: 'nodes', namespace: 'shop', jsonPath: '{.items}' }, at: [['namespace']] },
    { raw: { resource: 'pods', name: 'a', labelSelector: 'b=c', jsonPath: '{.spec}' }, at: [['name']] },
    {
      raw: { apiVersion: 'v1', kind: 'Pod', resource: 'pods', jsonPath: '{.items}' },
      at: [['apiVersion'], ['kind']],
    },
  ],
  async open() {
    let underWay = 0;
    const pods = ['web-1', 'web-2'].map((name) => ({
      metadata: { name, uid: name },
      status: { phase: 'Running' },
    }));
    const server = createServer(({ url = '' }, response) => {
      underWay += 1;
      response.once('close', () => (underWay -= 1));
      if (url.includes('/namespaces/silent/')) return;
      const isThere = url.startsWith('/api/v1/namespaces/shop/pods?');
      response.writeHead(isThere ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isThere ? { items: pods } : { kind: 'Status', message: `no ${url}` }));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const connection = await connect({ kubeconfig: kubeconfigText(url), env: {} });
    const jsonPath = '{.items[*].status.phase}';
    return {
      scene: { client: kubeClient(connection, { version: 'test' }) },
      answered: { raw: { resource: 'pods', jsonPath }, gives: { value: '["Running","Running"]' } },
      secretive: [
        { resource: 'pods', name: SECRET, jsonPath },
        { resource: 'pods', labelSelector: `token=${SECRET}`, jsonPath },
        { resource: 'pods', jsonPath: `{.items[*].${SECRET.replaceAll('-', '\\-')}}` },
      ],
      endless: {
        raw: { resource: 'pods', namespace: 'silent', jsonPath },
        begun: () => until(async () => underWay > 0, { what: 'a request', deadline: 10_000 }),
      },
      late: { none: 'the client of the cluster has a time limit of its own, which its own tests look at' },
      left: () => underWay,
      async close() {
        server.closeAllConnections();
        await once(server.close(), 'close');
      },
    };
  },
};
