import { ActionableError } from '../../errors.ts';
import type { RawRollout } from './rollout.ts';
import { workloadKinds, workloadRef, workloadResource } from './workload.ts';

/** Throws for a Rollout that this action cannot conduct, before anything is changed. */
export function requireConductable(rollout: RawRollout): void {
  const ref = workloadRef(rollout);
  if (ref === undefined || workloadResource(ref.kind) !== undefined) return;
  throw new ActionableError({
    what: `Rollout "${rollout.metadata.name}" takes its pod template from a ${ref.kind || 'workloadRef without kind'}; Argo Rollouts knows ${workloadKinds.join(', ')}.`,
    next: 'correct spec.workloadRef. Nothing was changed.',
    reason: 'does-not-fit',
  });
}
