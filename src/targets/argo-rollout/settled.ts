import type { Observation } from '../../observation.ts';
import type { RawRollout } from './rollout.ts';

/**
 * An abort counts once the controller acted on it: `abort` alone may still be dropped without a word
 * (https://github.com/argoproj/argo-rollouts/issues/4461). A cause after the revision number is the
 * controller's own; a person's abort has none.
 */
export function observeAbort({ status }: RawRollout): Observation['aborted'] {
  if (status?.abort !== true || status.abortedAt === undefined) return undefined;
  const cause = /aborted update to revision \d+: (.+)$/s.exec(status.message ?? '')?.[1] ?? '';
  return { by: cause === '' ? 'person' : 'controller', cause };
}

/** Phase alone is early: it turns before pods are gone, before a Service is switched and the last weight is written. */
export function observeSettled(rollout: RawRollout): Observation['settled'] {
  const isBlueGreen = rollout.spec?.strategy?.blueGreen !== undefined;
  const onStable = isBlueGreen ? isSwitchedToStable(rollout) : isWeightOnStable(rollout);
  if (observeAbort(rollout) !== undefined) {
    const back = onStable && (isBlueGreen || isCanaryGone(rollout));
    return back && hasItsPods(rollout) ? 'aborted' : undefined;
  }
  const { status } = rollout;
  const promoted =
    status?.phase === 'Healthy' && status.stableRS !== undefined && status.stableRS === status.currentPodHash;
  return promoted && onStable ? 'healthy' : undefined;
}

/** The message of a failed post-promotion analysis comes 24 ms before traffic is switched back. */
function isSwitchedToStable({ status }: RawRollout): boolean {
  const active = status?.blueGreen?.activeSelector;
  return active === undefined || active === status?.stableRS;
}

/** Healthy is written with canary 100 and stable 0; the weights are turned round 0.1 s later. */
function isWeightOnStable({ status }: RawRollout): boolean {
  const weights = status?.canary?.weights;
  if (weights === undefined) return true;
  const hash = weights.stable?.podTemplateHash;
  return (weights.canary?.weight ?? 0) === 0 && (hash === undefined || hash === status?.stableRS);
}

/** With traffic routing the canary's pods stay for abortScaleDownDelaySeconds, without traffic. */
function isCanaryGone({ spec, status }: RawRollout): boolean {
  const routed = spec?.strategy?.canary?.trafficRouting !== undefined;
  return routed ? status?.canary?.weights !== undefined : (status?.updatedReplicas ?? 0) === 0;
}

function hasItsPods({ spec, status }: RawRollout): boolean {
  return (status?.availableReplicas ?? 0) >= (spec?.replicas ?? 1);
}
