import type { ContainerImage, Guard, Observation, Pause, Phase } from '../../model.ts';
import { sameImages, templateImages } from './images.ts';
import type { RawRollout } from './rollout.ts';
import { canarySteps, describeStep, pauseDuration } from './steps.ts';
import { observeWeight } from './weight.ts';

const revisionAnnotation = 'rollout.argoproj.io/revision';

/**
 * What a Rollout says, as one readonly value. Pure.
 *
 * `candidateImages` are the images of the ReplicaSet that `status.currentPodHash` names; without them, or
 * when they are not the spec's, the observation is not `current`: the controller writes observedGeneration
 * up to 23 ms before the new hash, so the numbers alone make an old status look new.
 */
export function observe(rollout: RawRollout, candidateImages?: readonly ContainerImage[]): Observation {
  const { metadata, spec, status } = rollout;
  const template = templateImages(spec?.template);
  const steps = canarySteps(rollout);
  const hash = status?.currentPodHash;
  const revision = Number(metadata.annotations?.[revisionAnnotation]);
  const aborted = observeAbort(rollout);
  const settled = observeSettled(rollout);
  const measuring = isMeasuring(rollout);
  return {
    current: isCurrent(rollout, template, candidateImages),
    version: Number(metadata.resourceVersion),
    ...observePhase(rollout),
    template,
    ...(hash === undefined
      ? {}
      : { candidate: { hash, ...(candidateImages && { images: candidateImages }) } }),
    ...(status?.stableRS ? { stable: { hash: status.stableRS } } : {}),
    ...(Number.isNaN(revision) ? {} : { revision }),
    ...(steps.length === 0 ? {} : { step: { index: status?.currentStepIndex ?? 0, of: steps.length } }),
    steps: steps.map(describeStep),
    weight: observeWeight(rollout),
    replicas: {
      desired: spec?.replicas ?? 1,
      current: status?.replicas ?? 0,
      updated: status?.updatedReplicas ?? 0,
      ready: status?.readyReplicas ?? 0,
      available: status?.availableReplicas ?? 0,
    },
    pauses: observePauses(rollout),
    measuring,
    ...(aborted === undefined ? {} : { aborted }),
    aborting: status?.abort === true || status?.abortedAt !== undefined,
    invalid: isInvalid(rollout),
    ...(settled === undefined ? {} : { settled }),
    progress: {
      stage: [hash, status?.currentStepIndex, aborted !== undefined, status?.stableRS].join('/'),
      height: (status?.updatedReplicas ?? 0) + (status?.availableReplicas ?? 0),
    },
    guard: observeGuard(rollout),
  };
}

function isCurrent(
  rollout: RawRollout,
  template: readonly ContainerImage[],
  candidateImages: readonly ContainerImage[] | undefined,
): boolean {
  if (!isObserved(rollout)) return false;
  // An invalid spec is never given a ReplicaSet; that it is invalid is all there is to know of it.
  if (isInvalid(rollout)) return true;
  return candidateImages !== undefined && sameImages(template, candidateImages);
}

/** As the plugin's GetRolloutPhase: a value that is no number counts as observed. */
function isObserved({ metadata, status }: RawRollout): boolean {
  if (status?.observedGeneration === undefined) return false;
  const observed = Number(status.observedGeneration);
  return Number.isNaN(observed) || observed >= (metadata.generation ?? 0);
}

function isInvalid({ status }: RawRollout): boolean {
  return (status?.conditions ?? []).some(({ type, status: is }) => type === 'InvalidSpec' && is === 'True');
}

function observePhase({ status }: RawRollout): { phase: Phase; message: string } {
  const waitingToUnpause = status?.controllerPause === true && (status.pauseConditions ?? []).length === 0;
  if (waitingToUnpause && status.phase !== 'Degraded') {
    return { phase: 'Progressing', message: 'waiting for rollout to unpause' };
  }
  return { phase: toPhase(status?.phase), message: status?.message ?? '' };
}

function toPhase(phase: string | undefined): Phase {
  return phase === 'Healthy' || phase === 'Paused' || phase === 'Degraded' ? phase : 'Progressing';
}

function observePauses(rollout: RawRollout): readonly Pause[] {
  const { spec, status } = rollout;
  const step = canarySteps(rollout)[status?.currentStepIndex ?? 0];
  const duration = pauseDuration(step);
  const byController = (status?.pauseConditions ?? []).map(({ reason, startTime }): Pause => {
    if (reason.startsWith('Inconclusive')) return { kind: 'inconclusive', since: startTime };
    if (duration === undefined) return { kind: 'gate', since: startTime };
    const until = Date.parse(startTime) + duration;
    return { kind: 'timed', since: startTime, ...(Number.isNaN(until) ? {} : { until }) };
  });
  return spec?.paused === true ? [...byController, { kind: 'manual' }] : byController;
}

/**
 * An abort counts once the controller acted on it: `abort` alone may still be dropped without a word
 * (https://github.com/argoproj/argo-rollouts/issues/4461). A cause after the revision number is the
 * controller's own; a person's abort has none.
 */
function observeAbort({ status }: RawRollout): Observation['aborted'] {
  if (status?.abort !== true || status.abortedAt === undefined) return undefined;
  const cause = /aborted update to revision \d+: (.+)$/s.exec(status.message ?? '')?.[1] ?? '';
  return { by: cause === '' ? 'person' : 'controller', cause };
}

/** Phase alone is early: it turns before the pods are gone and before the last weight is written. */
function observeSettled(rollout: RawRollout): Observation['settled'] {
  const { spec, status } = rollout;
  const weights = status?.canary?.weights;
  const trafficOnStable = weights === undefined || (weights.canary?.weight ?? 0) === 0;
  if (observeAbort(rollout) !== undefined) {
    const routed = spec?.strategy?.canary?.trafficRouting !== undefined;
    const podsBack = (status?.availableReplicas ?? 0) >= (spec?.replicas ?? 1);
    const canaryGone = routed
      ? weights !== undefined && trafficOnStable
      : (status?.updatedReplicas ?? 0) === 0;
    return podsBack && canaryGone ? 'aborted' : undefined;
  }
  const promoted =
    status?.phase === 'Healthy' && status.stableRS !== undefined && status.stableRS === status.currentPodHash;
  const stableWeighed =
    weights?.stable?.podTemplateHash === undefined || weights.stable.podTemplateHash === status?.stableRS;
  return promoted && trafficOnStable && stableWeighed ? 'healthy' : undefined;
}

function isMeasuring(rollout: RawRollout): boolean {
  const { status } = rollout;
  const step = canarySteps(rollout)[status?.currentStepIndex ?? Number.POSITIVE_INFINITY];
  return status?.abort !== true && (step?.analysis !== undefined || step?.experiment !== undefined);
}

/** What a write must still find. Pure; a zero step index is a value, only a missing one is absent. */
export function observeGuard({ metadata, status }: RawRollout): Guard {
  const pauses = status?.pauseConditions ?? [];
  const since = pauses[0]?.startTime;
  return {
    uid: metadata.uid ?? '',
    generation: metadata.generation ?? 0,
    hash: status?.currentPodHash ?? '',
    ...(status?.currentStepIndex === undefined ? {} : { step: status.currentStepIndex }),
    ...(status?.stableRS ? { stable: status.stableRS } : {}),
    ...(status?.abort === true ? { abort: true } : {}),
    ...(since === undefined ? {} : { since, pauses }),
  };
}
