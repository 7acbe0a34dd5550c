import { describe, expect, it } from '@jest/globals';
import type { ManagedFields } from '../../../src/kube/resources.ts';
import { observePauses } from '../../../src/targets/argo-rollout/pauses.ts';
import type { RawRollout } from '../../../src/targets/argo-rollout/rollout.ts';
import { moment } from '../../fixtures/stories.ts';

const { rollout } = moment('release', 'gate');
const mark = { 'rollout-conductor/held': 'https://github.test/acme/shop/actions/runs/7' };
const owns = (manager: string, field: string): ManagedFields => ({
  manager,
  fieldsV1: { 'f:spec': { [`f:${field}`]: {} } },
});

/** Whether the hold of a Rollout with these annotations and managers is taken for that of a cancelled run. */
function isOurs(annotations: Record<string, string>, managedFields?: readonly ManagedFields[]): boolean {
  const metadata = { ...rollout.metadata, annotations, ...(managedFields && { managedFields }) };
  const held = { ...rollout, metadata, spec: { ...rollout.spec, paused: true } } as RawRollout;
  return observePauses(held).some((pause) => pause.kind === 'manual' && pause.ours === true);
}

describe('a hold is that of a cancelled run of ours', () => {
  const us = owns('rollout-conductor', 'paused');
  const them = owns('kubectl-patch', 'paused');

  it('only with its mark', () => {
    expect(isOurs(mark, [us])).toBe(true);
    expect(isOurs({}, [us])).toBe(false);
  });

  it('only while nobody else has set spec.paused since', () => {
    expect(isOurs(mark, [owns('rollout-conductor', 'template'), them])).toBe(false);
    expect(isOurs(mark, [owns('kubectl-edit', 'replicas'), us])).toBe(true);
  });

  it('by the mark alone where the server tells nothing of managers', () => {
    expect(isOurs(mark, [])).toBe(true);
  });
});
