import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { root } from '../support/workflow.ts';
import { applyManifests, freshNamespace } from './support/kubernetes.ts';
import { Shop, v2, v3 } from './support/rollouts.ts';

it('what a cancelled run holds is lifted by the next deploy, though the image is in a Deployment', async () => {
  const shop = new Shop(await freshNamespace());
  await applyManifests(shop.namespace, join(root, 'examples/blue-green/rollout.yaml'));
  await shop.until('the first version to be Healthy', ({ status }) => status?.phase === 'Healthy');
  const cancelled = shop.start({ image: v2, 'on-pause': 'wait', 'on-cancel': 'pause' });
  await cancelled.logged(/BlueGreenPause/);
  cancelled.kill('SIGINT');
  expect((await cancelled.result).outputs).toMatchObject({ ended: 'paused', reason: 'cancelled' });
  expect((await shop.rollout()).spec).toMatchObject({ paused: true });

  const { outputs } = await shop.step({ image: v3 });
  expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v3 });
  expect((await shop.rollout()).spec).toMatchObject({ paused: false });
});
