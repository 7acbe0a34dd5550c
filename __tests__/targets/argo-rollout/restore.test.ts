import { describe, expect, it } from '@jest/globals';
import { type RawPodTemplate, templateOf } from '../../../src/targets/argo-rollout/restore.ts';
import type { RawReplicaSet } from '../../../src/targets/argo-rollout/rollout.ts';
import { history } from '../../fixtures/histories.ts';

/** A ReplicaSet as the API gives it, with what the controller noted of its injections. */
function replicaSet(template: object, injected?: string): RawReplicaSet {
  const annotations = injected === undefined ? {} : { 'rollout.argoproj.io/ephemeral-metadata': injected };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: 'web-1', uid: 'u', resourceVersion: '1', annotations },
    spec: { template: template },
  };
}

const injectedRule = {
  labelSelector: {
    matchExpressions: [{ key: 'rollouts-pod-template-hash', operator: 'In', values: ['6c97dff9fb'] }],
  },
  namespaces: ['shop'],
  topologyKey: 'kubernetes.io/hostname',
};
const ownRule = { labelSelector: { matchLabels: { app: 'web' } }, topologyKey: 'kubernetes.io/hostname' };
const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';

describe('the template of a captured ReplicaSet', () => {
  const { sets } = history('mid-release');
  const ofHash = (hash: string): RawReplicaSet => {
    const found = sets.find(({ metadata }) => metadata.name === `web-${hash}`);
    if (found === undefined) throw new Error(`mid-release has no ReplicaSet ${hash}`);
    return found;
  };

  it.each([
    ['stable, with the metadata of its role and the rule of when it was the canary', '66c8458db7'],
    ['canary', '6cb746947c'],
    ['the first ever, scaled down', '6c97dff9fb'],
  ])('%s, is what the user wrote', (_, hash) => {
    const template = templateOf(ofHash(hash));
    expect(template.metadata).toEqual({ labels: { app: 'web' } });
    expect(template.spec).not.toHaveProperty('affinity');
    expect(template.spec?.containers).toEqual(ofHash(hash).spec?.template?.spec?.containers);
  });

  it('had something in it that is not the user’s', () => {
    const stable = ofHash('66c8458db7').spec?.template as RawPodTemplate;
    expect(stable.metadata?.labels).toHaveProperty('role', 'stable');
    expect(stable.spec?.affinity?.podAntiAffinity).toHaveProperty(preferred);
    expect((ofHash('6cb746947c').spec?.template as RawPodTemplate).metadata?.annotations).toEqual({
      side: 'new',
    });
  });
});

describe('metadata', () => {
  it('of the user stays, and so does every field that this action does not know', () => {
    const template = {
      metadata: {
        labels: { app: 'web', tier: 'front' },
        annotations: { note: 'x' },
        creationTimestamp: null,
      },
      spec: { containers: [{ name: 'web', image: 'web:1', env: [] }], newField: { deep: [1] } },
      unknown: true,
    };
    expect(templateOf(replicaSet(template))).toEqual(template);
  });

  it('of a role that hides a label of the user goes with it', () => {
    const template = { metadata: { labels: { app: 'web', role: 'stable' } }, spec: { containers: [] } };
    expect(templateOf(replicaSet(template, '{"labels":{"role":"stable"}}')).metadata).toEqual({
      labels: { app: 'web' },
    });
  });

  it.each(['', 'null', '{', '7', '{"labels":null}'])('noted as %j injected nothing', (injected) => {
    const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [] } };
    expect(templateOf(replicaSet(template, injected))).toEqual(template);
  });

  it('is not even an empty map where nothing is left', () => {
    const template = {
      metadata: { labels: { 'rollouts-pod-template-hash': 'h' }, annotations: { side: 'new' } },
      spec: { containers: [] },
    };
    expect(templateOf(replicaSet(template, '{"annotations":{"side":"new"}}')).metadata).toEqual({});
  });
});

describe('the rule of antiAffinity is taken out', () => {
  const after = (affinity: object): unknown =>
    templateOf(replicaSet({ spec: { containers: [], affinity } })).spec?.affinity;

  it.each<[string, object, object | undefined]>([
    ['required, and all with it', { podAntiAffinity: { [required]: [injectedRule] } }, undefined],
    [
      'preferred, and all with it',
      { podAntiAffinity: { [preferred]: [{ weight: 1, podAffinityTerm: injectedRule }] } },
      undefined,
    ],
    [
      'beside a rule of the user',
      {
        podAntiAffinity: {
          [required]: [ownRule, injectedRule],
          [preferred]: [{ weight: 2, podAffinityTerm: ownRule }],
        },
      },
      { podAntiAffinity: { [required]: [ownRule], [preferred]: [{ weight: 2, podAffinityTerm: ownRule }] } },
    ],
    [
      'beside another affinity of the user',
      { nodeAffinity: { [required]: {} }, podAntiAffinity: { [required]: [injectedRule] } },
      { nodeAffinity: { [required]: {} } },
    ],
  ])('%s', (_, affinity, left) => {
    expect(after(affinity)).toEqual(left);
  });

  it.each<[string, object]>([
    ['an empty affinity', {}],
    ['an empty rule', { podAntiAffinity: {} }],
    ['only rules of the user', { podAntiAffinity: { [required]: [ownRule] } }],
    [
      'a rule by zone that keeps revisions apart',
      { podAntiAffinity: { [required]: [{ ...injectedRule, topologyKey: 'zone' }] } },
    ],
  ])('and %s stays as it is', (_, affinity) => {
    expect(after(affinity)).toEqual(affinity);
  });
});
