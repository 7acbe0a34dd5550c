import type { Weight } from '../../model.ts';
import type { RawRollout } from './rollout.ts';
import { canarySteps } from './steps.ts';

/**
 * Desired and actual weight of the candidate as `kubectl argo rollouts get rollout` shows them, but always in
 * percent: the last setWeight up to the current step (all steps done: 100, aborted: 0), and what the routes
 * or, without traffic routing, the pods make of it.
 */
export function observeWeight(rollout: RawRollout): Weight {
  // A blueGreen has no weight: its sides say who has the traffic.
  if (rollout.spec?.strategy?.blueGreen !== undefined) return {};
  const desired = desiredWeight(rollout);
  const actual = actualWeight(rollout);
  return { desired, ...(actual === undefined ? {} : { actual }) };
}

function desiredWeight(rollout: RawRollout): number {
  const { status } = rollout;
  const steps = canarySteps(rollout);
  if (status?.abort === true && status.abortedAt !== undefined) return 0;
  const index = status?.currentStepIndex ?? steps.length;
  if (index >= steps.length) return 100;
  const passed = steps.slice(0, index + 1).map((step) => step.setWeight);
  return toPercent(rollout, passed.findLast((weight) => weight !== undefined) ?? 0);
}

function actualWeight(rollout: RawRollout): number | undefined {
  const { status } = rollout;
  const done = status?.currentPodHash !== undefined && status.currentPodHash === status.stableRS;
  if (done) return 100;
  if (rollout.spec?.strategy?.canary?.trafficRouting === undefined) return weightByPods(rollout);
  const weight = status?.canary?.weights?.canary?.weight;
  return weight === undefined ? undefined : toPercent(rollout, weight);
}

/**
 * The status counts available pods only over both sides, so what cannot be told apart is held against the
 * candidate: the share shown is never larger than the true one.
 */
function weightByPods({ status }: RawRollout): number {
  const available = status?.availableReplicas ?? 0;
  const updated = status?.updatedReplicas ?? 0;
  const old = (status?.replicas ?? 0) - updated;
  const updatedAvailable = Math.min(updated, Math.max(0, available - old));
  return available === 0 ? 0 : Math.floor((updatedAvailable * 100) / available);
}

/** What the weights of steps and status are out of; only NGINX and plugins may have another than 100. */
export function maxTrafficWeight({ spec }: RawRollout): number {
  const routing = spec?.strategy?.canary?.trafficRouting as
    { readonly maxTrafficWeight?: number } | undefined;
  return routing?.maxTrafficWeight ?? 100;
}

/** A weight of a step or of the status in percent, to a hundredth: 5 of 1000 are 0.5. */
function toPercent(rollout: RawRollout, weight: number): number {
  return Number(((weight * 100) / maxTrafficWeight(rollout)).toFixed(2));
}
