import { describe, expect, it } from '@jest/globals';
import { observe } from '../../../src/targets/argo-rollout/observe.ts';
import { requireConductable } from '../../../src/targets/argo-rollout/conductable.ts';
import type { RawRollout, RawWorkload } from '../../../src/targets/argo-rollout/rollout.ts';
import {
  observeWorkload,
  templatePointer,
  workloadResource,
  workloadTemplate,
} from '../../../src/targets/argo-rollout/workload.ts';
import { images, webImage } from '../../fixtures/runs.ts';
import { besideOf, moment, seen } from '../../fixtures/stories.ts';

const { rollout, workload } = moment('workload-ref', 'gate');
if (workload === undefined) throw new Error('The story has no workload.');
const deployment: RawWorkload = workload;

describe('a Rollout that takes its pods from a workload', () => {
  it('has the images of that, and none of its own', () => {
    expect(rollout.spec?.template).toBeUndefined();
    expect(seen('workload-ref', 'gate').template).toEqual(webImage(images.second));
    expect(seen('workload-ref', 'Healthy').template).toEqual(webImage(images.first));
  });

  it('is told with what a write to the workload needs', () => {
    expect(seen('workload-ref', 'gate').workload).toEqual({
      kind: 'Deployment',
      name: 'web',
      uid: deployment.metadata.uid,
      generation: 3,
      annotated: false,
    });
  });

  it.each([
    ['Deployment edited, workload-generation moved, Healthy of before', false],
    ['Deployment edited, revision moved, Healthy of before', false],
    ['the new hash', true],
    ['stable template set, not observed', false],
    ['stable template set back', true],
  ])('%s: current is %s', (what, current) => {
    const { rollout: now } = moment('workload-ref', what);
    // Its own numbers never move, so they say nothing.
    expect([now.metadata.generation, now.status?.observedGeneration]).toEqual([1, '1']);
    expect(seen('workload-ref', what).current).toBe(current);
  });

  it('is not current while the controller has not seen the newest generation of the workload', () => {
    const newer: RawWorkload = { ...deployment, metadata: { ...deployment.metadata, generation: 4 } };
    expect(observe(rollout, besideOf('workload-ref', rollout, newer)).current).toBe(false);
  });

  it('is not current while the workload is not read', () => {
    expect(observe(rollout, { ...besideOf('workload-ref', rollout, deployment) }).current).toBe(true);
    const { workload: _, ...blind } = besideOf('workload-ref', rollout, deployment);
    expect(observe(rollout, blind).current).toBe(false);
  });

  it('is current where the controller is ahead of what was read of the workload', () => {
    const older: RawWorkload = { ...deployment, metadata: { ...deployment.metadata, generation: 2 } };
    expect(observe(rollout, besideOf('workload-ref', rollout, older)).current).toBe(true);
  });

  it('is not current where the ReplicaSet has another image, though the numbers are equal', () => {
    const old = moment('workload-ref', 'Healthy').workload;
    const edited = {
      ...deployment,
      spec: { ...deployment.spec, ...(old?.spec && { template: old.spec.template }) },
    };
    const beside = { ...besideOf('workload-ref', rollout, deployment), workload: edited as RawWorkload };
    expect(observe(rollout, beside).current).toBe(false);
  });
});

describe('the template of a workload', () => {
  const template = { spec: { containers: [{ name: 'web', image: 'web:1' }] } };
  const meta = deployment.metadata;

  it('is in the spec, and in a PodTemplate on top', () => {
    expect(templatePointer('Deployment')).toBe('/spec/template');
    expect(templatePointer('ReplicaSet')).toBe('/spec/template');
    expect(templatePointer('PodTemplate')).toBe('/template');
    expect(templatePointer(undefined)).toBe('/spec/template');
    const onTop: RawWorkload = { apiVersion: 'v1', kind: 'PodTemplate', metadata: meta, template };
    const inside: RawWorkload = {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: meta,
      spec: { template },
    };
    expect([workloadTemplate(onTop), workloadTemplate(inside)]).toEqual([template, template]);
  });

  it('is annotated or not, which a restart has to know', () => {
    const annotated = { ...template, metadata: { annotations: {} } };
    const of = (one: typeof template): boolean =>
      observeWorkload({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: meta, spec: { template: one } })
        .annotated;
    expect([of(template), of(annotated)]).toEqual([false, true]);
  });

  it('is of one of three kinds; any other is named, with those that are known', () => {
    expect(['Deployment', 'ReplicaSet', 'PodTemplate'].map((kind) => workloadResource(kind)?.plural)).toEqual(
      ['deployments', 'replicasets', 'podtemplates'],
    );
    expect(['StatefulSet', 'toString', ''].map(workloadResource)).toEqual([undefined, undefined, undefined]);
    const odd: RawRollout = {
      ...rollout,
      spec: { ...rollout.spec, workloadRef: { kind: 'StatefulSet', name: 'web' } },
    };
    expect(() => requireConductable(odd)).toThrow(
      'StatefulSet; Argo Rollouts knows Deployment, ReplicaSet, PodTemplate',
    );
    expect(() => requireConductable(rollout)).not.toThrow();
    expect(() => requireConductable(moment('release', 'gate').rollout)).not.toThrow();
  });
});
