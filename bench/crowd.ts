import { create } from '../cluster/api.ts';
import type { Place } from './place.ts';

/** Requests under way at once; more makes the API server slower, not quicker. */
const atOnce = 32;
const hash = '7cdf5fdd49';

/**
 * Fills a namespace with running pods of no interest, on a node of their own that takes no others. They look as the
 * pods of a Deployment with one plain container, 3.3 kB of JSON each, and are made by hand because the controllers
 * make 20 a second. (Pods with less, without an owner and a generated name, compress better: a list of 5,000 was
 * 0.4 MB instead of 0.6 MB on the wire. Most real pods have more.)
 */
export async function createCrowd({ api }: Place, namespace: string, size: number): Promise<void> {
  const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'crowd' }, spec: { unschedulable: true } };
  await create(api, '/api/v1/nodes', JSON.stringify(node));
  const owner = await createOwner(api, namespace);
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      generateName: `${owner.name}-`,
      labels: { app: 'other', 'pod-template-hash': hash },
      // Not as its controller, or it would delete what it did not ask for.
      ownerReferences: [{ ...owner, controller: false, blockOwnerDeletion: true }],
    },
    spec: { nodeName: 'crowd', containers: [{ name: 'other', image: 'registry.test/other:1' }] },
  };
  const collection = `/api/v1/namespaces/${namespace}/pods`;
  let left = size;
  const worker = async (): Promise<void> => {
    while (left-- > 0)
      await create(api, `${collection}?fieldManager=kube-controller-manager`, JSON.stringify(pod));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const waiting = async (): Promise<number> => {
    const { body } = await api('GET', `${collection}?fieldSelector=status.phase%21%3DRunning&limit=500`);
    return (JSON.parse(body) as { readonly items: readonly unknown[] }).items.length;
  };
  const deadline = Date.now() + 300_000;
  while ((await waiting()) > 0) {
    if (Date.now() > deadline) throw new Error('The other pods are not running after 5 minutes.');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** A ReplicaSet that selects nothing, so that the garbage collector finds the owner that the pods name. */
async function createOwner(
  api: Place['api'],
  namespace: string,
): Promise<{ apiVersion: string; kind: string; name: string; uid: string }> {
  const type = { apiVersion: 'apps/v1', kind: 'ReplicaSet' };
  const name = `other-${hash}`;
  const labels = { app: 'nobody' };
  const template = {
    metadata: { labels },
    spec: { containers: [{ name: 'other', image: 'registry.test/other:1' }] },
  };
  const manifest = {
    ...type,
    metadata: { name },
    spec: { replicas: 0, selector: { matchLabels: labels }, template },
  };
  const collection = `/apis/apps/v1/namespaces/${namespace}/replicasets`;
  await create(api, collection, JSON.stringify(manifest));
  const { body } = await api('GET', `${collection}/${name}`);
  const { metadata } = JSON.parse(body) as { readonly metadata: { readonly uid: string } };
  return { ...type, name, uid: metadata.uid };
}
