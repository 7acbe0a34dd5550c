import { describe, expect, it } from '@jest/globals';
import type { AccessRule } from '../../src/kube/access.ts';
import { deployments } from '../../src/kube/resources.ts';
import type { RequestName } from '../../src/model.ts';
import { rolloutAccess, workloadAccess } from '../../src/targets/argo-rollout/access.ts';
import { type Rule, userKubeconfig } from './support/kubernetes.ts';
import { v1, v2 } from './support/rollouts.ts';
import { type WorkloadShop, workloadShop } from './support/workload-ref.ts';

/** What a deploy with the policies of its defaults may come to send. */
const requests: readonly RequestName[] = ['deploy', 'retry', 'resume', 'restore', 'abort'];

function accessTo({ namespace }: WorkloadShop): readonly AccessRule[] {
  return [
    ...rolloutAccess('web', namespace, requests),
    ...workloadAccess(deployments, 'web', namespace, requests),
  ];
}

function toRules(access: readonly AccessRule[]): readonly Rule[] {
  return access.map(({ group, resource, subresource, verb, name }) => ({
    apiGroups: [group],
    resources: [subresource === undefined ? resource : `${resource}/${subresource}`],
    verbs: [verb],
    ...(name === undefined ? {} : { resourceNames: [name] }),
  }));
}

describe('the Role for a workloadRef', () => {
  it.concurrent('is enough for a deploy, a retry of it, and its abort', async () => {
    const shop = await workloadShop();
    const kubeconfig = await userKubeconfig('shipper', toRules(accessTo(shop)), shop.namespace);
    const deployed = await shop.step({ image: v2, kubeconfig });
    expect(deployed).toMatchObject({
      code: 0,
      outputs: { ended: 'paused', reason: 'gate', 'stable-image': v1 },
    });
    expect(deployed.log).not.toContain('permission');
    const aborted = await shop.step({ operation: 'abort', kubeconfig });
    expect(aborted).toMatchObject({ code: 0, outputs: { ended: 'aborted' } });
    const again = await shop.step({ image: v2, kubeconfig });
    expect(again).toMatchObject({ code: 0, outputs: { ended: 'paused', reason: 'gate' } });
  });

  it.concurrent('does without what is optional', async () => {
    const shop = await workloadShop();
    const needed = accessTo(shop).filter(({ optional }) => optional !== true);
    const kubeconfig = await userKubeconfig('modest', toRules(needed), shop.namespace);
    const { code, outputs, log } = await shop.step({ image: v2, kubeconfig });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v2 });
    expect(log).toMatch(/::notice::.*rollouts/);
    expect(log).toMatch(/::notice::.*deployments/);
  });

  it.concurrent('without patch on deployments is refused by name before anything is changed', async () => {
    const shop = await workloadShop();
    const rules = accessTo(shop).filter(
      ({ verb, resource }) => !(verb === 'patch' && resource === 'deployments'),
    );
    const kubeconfig = await userKubeconfig('reader', toRules(rules), shop.namespace);
    const before = await shop.rollout();
    const { code, outputs, log } = await shop.step({ image: v2, kubeconfig });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'refused', reason: 'forbidden' });
    expect(log).toContain('- patch deployments.apps: to set the image');
    expect(log.match(/^::error::/gm)).toHaveLength(1);
    // The controller may still write the status of what was there.
    const { metadata, spec } = await shop.rollout();
    expect([spec, metadata.annotations]).toEqual([before.spec, before.metadata.annotations]);
    expect(await shop.asked()).toBe(v1);
  });
});
