import { expect, it } from '@jest/globals';
import { kubeClient } from '../../../src/kube/client.ts';
import { connect } from '../../../src/kube/config.ts';
import { rollouts } from '../../../src/kube/resources.ts';
import { clusterKubeconfig } from '../support/kubernetes.ts';
import { pausedShop } from '../support/rollouts.ts';

it('a misspelt field in a status patch is refused under the strict validation of every write', async () => {
  const { shop } = await pausedShop();
  const { namespace } = shop;
  const connection = await connect({
    kubeconfig: clusterKubeconfig(),
    context: '',
    namespace,
    env: {},
    onSecret: () => undefined,
  });
  try {
    const client = kubeClient(connection, { version: 'test' });
    const ref = { resource: rollouts, namespace, name: 'web' };
    const misspelt = { type: 'json', body: [{ op: 'add', path: '/status/abrot', value: true }] } as const;
    const options = { subresource: 'status', repeatable: false } as const;
    // Without it the server says yes, and drops the field.
    await client.patch(ref, misspelt, options);
    await expect(
      client.patch(ref, misspelt, { ...options, fieldValidation: 'Strict' }),
    ).rejects.toMatchObject({
      kind: 'invalid',
    });
    expect((await shop.rollout()).status).not.toHaveProperty('abrot');
  } finally {
    connection.close();
  }
});
