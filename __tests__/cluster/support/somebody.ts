import { kubectl, kubectlWithInput, type KubernetesObject } from './kubernetes.ts';
import type { Rollout, Shop } from './rollouts.ts';

const image = (value: string): string =>
  JSON.stringify([{ op: 'replace', path: '/spec/template/spec/containers/0/image', value }]);

/** What somebody else does with kubectl, or with the plugin of Argo Rollouts, whose requests these are. */
export const somebody = {
  promotes: (shop: Shop): Promise<string> =>
    patch(shop, 'merge', '{"status":{"pauseConditions":null}}', '--subresource=status'),
  aborts: (shop: Shop): Promise<string> =>
    patch(shop, 'merge', '{"status":{"abort":true}}', '--subresource=status'),
  retries: (shop: Shop): Promise<string> =>
    patch(shop, 'merge', '{"status":{"abort":false}}', '--subresource=status'),
  fullyPromotes: (shop: Shop): Promise<string> =>
    patch(shop, 'merge', '{"status":{"promoteFull":true}}', '--subresource=status'),
  scales: (shop: Shop, replicas: number): Promise<string> =>
    kubectl('scale', 'rollout', 'web', '-n', shop.namespace, `--replicas=${String(replicas)}`),
  sets: (shop: Shop, value: string): Promise<string> => patch(shop, 'json', image(value)),
  annotatesPods: (shop: Shop, annotations: Readonly<Record<string, string>>): Promise<string> =>
    patch(shop, 'merge', JSON.stringify({ spec: { template: { metadata: { annotations } } } })),
  /** As a GitOps tool that writes under this name; what others set is overwritten. */
  applies: (shop: Shop, manifest: string, manager: string): Promise<string> =>
    kubectlWithInput(
      manifest,
      ...['apply', '--server-side', '--force-conflicts', `--field-manager=${manager}`],
      ...['-n', shop.namespace, '-f', '-'],
    ),
  wouldUndoTo,
  pauses: (shop: Shop, paused: boolean): Promise<string> => somebody.patches(shop, { spec: { paused } }),
  patches: (shop: Shop, change: object): Promise<string> => patch(shop, 'merge', JSON.stringify(change)),
};

/** Image that `kubectl argo rollouts undo` goes to: that of the second highest revision number. */
async function wouldUndoTo({ namespace }: Shop): Promise<string | undefined> {
  const list = JSON.parse(await kubectl('get', 'replicasets', '-n', namespace, '-o', 'json')) as {
    items: (KubernetesObject & Pick<Rollout, 'spec'>)[];
  };
  const number = ({ metadata }: KubernetesObject): number =>
    Number(metadata.annotations?.['rollout.argoproj.io/revision']);
  const [, second] = list.items.toSorted((one, other) => number(other) - number(one));
  return second?.spec.template.spec.containers[0]?.image;
}

function patch(shop: Shop, type: string, body: string, ...more: string[]): Promise<string> {
  return kubectl('patch', 'rollout', 'web', '-n', shop.namespace, `--type=${type}`, '-p', body, ...more);
}
