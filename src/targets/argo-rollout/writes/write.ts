import type { JsonPatchOperation } from '../../../kube/client.ts';
import type { Effect, Guard, Observation } from '../../../observation.ts';
import type { RequestOrder } from '../../target.ts';
import type { RawTemplate } from '../rollout.ts';

/** What makes one kind of request: the write, the guard in it, and the test of its effect. Pure. */
export interface GuardedWrite {
  /** Absent for the main resource, which ignores `status` as `/status` ignores `spec`. */
  readonly subresource?: 'status';
  /** The write changes the pod template, so it goes to the workload where the Rollout has one. */
  readonly toTemplate?: true;
  /** The parts of the guard that the write depends on. */
  readonly guard: readonly (keyof Guard)[];
  patch(order: RequestOrder, template: RawTemplate | undefined): readonly JsonPatchOperation[];
  effect(order: RequestOrder, now: Observation, answered: number): Effect;
}

/** Whether a request still means what is there. Pure. */
export function sameRevision(before: Observation, now: Observation): boolean {
  return now.guard.uid === before.guard.uid && now.guard.hash === before.guard.hash;
}
