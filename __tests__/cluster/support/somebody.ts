import { kubectl } from './kubernetes.ts';
import type { Shop } from './rollouts.ts';

const image = (value: string): string =>
  JSON.stringify([{ op: 'replace', path: '/spec/template/spec/containers/0/image', value }]);

/** What somebody else does with kubectl, or with the plugin of Argo Rollouts, whose requests these are. */
export const somebody = {
  promotes: (shop: Shop): Promise<string> =>
    patch(shop, 'merge', '{"status":{"pauseConditions":null}}', '--subresource=status'),
  aborts: (shop: Shop): Promise<string> =>
    patch(shop, 'merge', '{"status":{"abort":true}}', '--subresource=status'),
  sets: (shop: Shop, value: string): Promise<string> => patch(shop, 'json', image(value)),
  pauses: (shop: Shop, paused: boolean): Promise<string> =>
    patch(shop, 'merge', JSON.stringify({ spec: { paused } })),
};

function patch(shop: Shop, type: string, body: string, ...more: string[]): Promise<string> {
  return kubectl('patch', 'rollout', 'web', '-n', shop.namespace, `--type=${type}`, '-p', body, ...more);
}
