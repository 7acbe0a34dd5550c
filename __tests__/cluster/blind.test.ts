import { describe, expect, it } from '@jest/globals';
import { type Rule, userKubeconfig } from './support/kubernetes.ts';
import { healthyShop, v2 } from './support/rollouts.ts';

/** What a deploy needs, without anything that a diagnosis reads. */
const deployer: Rule[] = [
  { apiGroups: ['argoproj.io'], resources: ['rollouts'], verbs: ['get', 'list', 'watch', 'patch'] },
  { apiGroups: ['argoproj.io'], resources: ['rollouts/status'], verbs: ['patch'] },
  { apiGroups: ['apps'], resources: ['replicasets'], verbs: ['get'] },
];

describe('a user who may not list pods', () => {
  it.concurrent('releases all the same, and is told once what the diagnosis lacks', async () => {
    const shop = await healthyShop({ annotations: { 'sim/ready-after': '5s' } });
    const kubeconfig = await userKubeconfig('blind', deployer, shop.namespace);
    const { code, outputs, log } = await shop.step({ image: v2, kubeconfig });
    expect({ code, ended: outputs['ended'] }).toEqual({ code: 0, ended: 'paused' });
    const said = 'The diagnosis does without pods: this needs the permission to list pods.';
    expect(log.split(said)).toHaveLength(2);
    expect(log).not.toContain('✖');
  });
});

describe('a name that does not exist', () => {
  it.concurrent.each([
    [
      'Rollout',
      { target: 'rollout/wbe' },
      /There is no Rollout "wbe" in namespace "\S+"\. Rollouts there: web\./,
    ],
    [
      'namespace',
      { namespace: 'nowhere' },
      /There is no Rollout "web" in namespace "nowhere"\. There are no Rollouts/,
    ],
    ['container', { image: `wbe=${v2}` }, /no container.*wbe.*web/s],
  ])('of a %s is told, with those that do; nothing is changed', async (_, inputs, says) => {
    const shop = await healthyShop();
    const { metadata } = await shop.rollout();
    const image = 'operation' in inputs ? {} : { image: v2 };
    const { code, outputs, log } = await shop.step({ ...image, ...inputs });
    expect(code).toBe(1);
    expect(outputs['ended']).toBe('refused');
    expect(log).toMatch(says);
    expect((await shop.rollout()).metadata.generation).toBe(metadata.generation);
  });
});
