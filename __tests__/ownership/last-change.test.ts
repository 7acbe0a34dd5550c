import { describe, expect, it } from '@jest/globals';
import { describeChange } from '../../src/ownership/describe-change.ts';
import { lastChange } from '../../src/ownership/last-change.ts';
import { ownedMetadata } from '../fixtures/owners.ts';

const template = [['spec', 'template']] as const;
const replicas = [['spec', 'replicas']] as const;

describe('who changed the template last, as the API server recorded it', () => {
  it.each([
    ['applied', 'kubectl-client-side-apply', '2026-11-21T13:37:22Z'],
    ['patched-image', 'kubectl-patch', '2026-11-21T13:37:26Z'],
    ['set-image', 'kubectl-argo-rollouts', '2026-11-21T13:37:29Z'],
    ['edited', 'kubectl-edit', '2026-11-21T13:37:31Z'],
    ['promoted', 'kubectl-edit', '2026-11-21T13:37:31Z'],
    ['conducted', 'rollout-conductor', '2026-11-21T13:37:36Z'],
    ['argo-cd-ssa', 'argocd-controller', '2026-11-21T13:37:37Z'],
    ['argo-cd-ssa-then-set-image', 'kubectl-argo-rollouts', '2026-11-21T13:37:37Z'],
    ['argo-cd-put-back', 'argocd-controller', '2026-11-21T13:37:39Z'],
    ['argo-cd-client-side', 'argocd-controller', '2026-11-21T13:37:41Z'],
    ['flux-kustomize', 'kustomize-controller', '2026-11-21T13:37:41Z'],
  ])('%s: %s', (name, manager, at) => {
    expect(lastChange(ownedMetadata(name), template)).toEqual({ manager, at });
  });

  it('another field has another author', () => {
    const at = '2026-11-21T13:37:26Z';
    expect(lastChange(ownedMetadata('edited'), replicas)).toEqual({ manager: 'kubectl-patch', at });
  });

  it('of several fields the newest author counts', () => {
    const both = lastChange(ownedMetadata('edited'), [...replicas, ...template]);
    expect(both?.manager).toBe('kubectl-edit');
  });

  it('a field that is owned as a whole is owned with what is in it', () => {
    const steps = lastChange(ownedMetadata('applied'), [['spec', 'strategy', 'canary', 'steps', '0']]);
    expect(steps?.manager).toBe('kubectl-client-side-apply');
  });

  it('who aborted is told by the status', () => {
    const at = '2026-11-21T13:53:43Z';
    const manager = 'kubectl-argo-rollouts';
    expect(lastChange(ownedMetadata('aborted'), [['status', 'abort']])).toEqual({ manager, at });
  });

  it('what only the controller wrote, and what nobody owns, is nobody’s change', () => {
    const fields = [
      ['status', 'phase'],
      ['spec', 'paused'],
    ];
    expect(lastChange(ownedMetadata('aborted'), fields)).toBeUndefined();
    expect(lastChange({ name: 'web', uid: 'u', resourceVersion: '1' }, template)).toBeUndefined();
  });
});

describe('a change in words', () => {
  const at = '2026-11-21T13:00:00Z';
  const run = { run: 'https://github.com/acme/shop/actions/runs/7', commit: 'abc1234def', actor: 'jane' };

  it('names the manager and the time', () => {
    expect(describeChange({ manager: 'argocd-controller', at }, undefined)).toBe(
      `changed by argocd-controller at ${at}`,
    );
  });

  it('names the run if the change is ours', () => {
    expect(describeChange({ manager: 'rollout-conductor', at }, run)).toBe(
      `set by run ${run.run} (commit abc1234, actor jane) at ${at}`,
    );
    expect(
      describeChange({ manager: 'rollout-conductor', at }, { run: run.run, commit: '', actor: '' }),
    ).toBe(`set by run ${run.run} at ${at}`);
  });

  it('does not blame an older run for what somebody did after it', () => {
    expect(describeChange({ manager: 'kubectl-edit', at }, run)).toBe(`changed by kubectl-edit at ${at}`);
  });

  it('says when nothing is known', () => {
    expect(describeChange(undefined, run)).toBe('changed by somebody unknown');
  });
});
