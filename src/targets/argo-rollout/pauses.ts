import { FIELD_MANAGER } from '../../kube/client.ts';
import type { Pause } from '../../model.ts';
import type { Observation } from '../../observation.ts';
import { managersOf } from '../../ownership/last-change.ts';
import { heldAnnotation } from './notes.ts';
import type { RawPauseCondition, RawRollout } from './rollout.ts';
import { canarySteps, pauseDuration } from './steps.ts';

/** Everything that holds a Rollout now; the message names only the first. Pure. */
export function observePauses(rollout: RawRollout): readonly Pause[] {
  const { metadata, spec, status } = rollout;
  const byController = (status?.pauseConditions ?? []).map((condition) => toPause(rollout, condition));
  if (spec?.paused !== true) return byController;
  return [...byController, { kind: 'manual', ...(isHeldByUs(metadata) ? { ours: true as const } : {}) }];
}

/** Where the strategy waits for somebody, whenever a release comes there. Pure. */
export function observeGates(rollout: RawRollout): Observation['gates'] {
  if (rollout.spec?.strategy?.blueGreen?.autoPromotionEnabled === false) return ['promotion'];
  return canarySteps(rollout).flatMap((step, index) =>
    step.pause !== undefined && step.pause.duration === undefined ? [index] : [],
  );
}

/** The mark stays when somebody resumes the Rollout without us; their next hold is theirs. */
function isHeldByUs(metadata: RawRollout['metadata']): boolean {
  if (metadata.annotations?.[heldAnnotation] === undefined) return false;
  const managers = managersOf(metadata, ['spec', 'paused']);
  return managers.length === 0 || managers.includes(FIELD_MANAGER);
}

function toPause(rollout: RawRollout, { reason, startTime: since }: RawPauseCondition): Pause {
  if (reason.startsWith('Inconclusive')) {
    const skips = isSkipped(rollout, reason);
    return { kind: 'inconclusive', since, ...(skips ? { skips: true as const } : {}) };
  }
  const duration =
    reason === 'BlueGreenPause' ? blueGreenDuration(rollout) : pauseDuration(currentStep(rollout));
  if (duration === undefined) return { kind: 'gate', since };
  const until = Date.parse(since) + duration;
  return { kind: 'timed', since, ...(Number.isNaN(until) ? {} : { until }) };
}

function currentStep(rollout: RawRollout): ReturnType<typeof canarySteps>[number] | undefined {
  return canarySteps(rollout)[rollout.status?.currentStepIndex ?? 0];
}

/** The plugin moves on to the next step only for the analysis of a canary step (getPatches, cmd/promote). */
function isSkipped(rollout: RawRollout, reason: string): boolean {
  const { status } = rollout.status?.canary?.currentStepAnalysisRunStatus ?? {};
  return (
    reason === 'InconclusiveAnalysisRun' &&
    currentStep(rollout)?.analysis !== undefined &&
    status === 'Inconclusive'
  );
}

/** The seconds count only while autoPromotionEnabled is not false; with false the pause has no end. */
function blueGreenDuration({ spec }: RawRollout): number | undefined {
  const { autoPromotionEnabled, autoPromotionSeconds = 0 } = spec?.strategy?.blueGreen ?? {};
  return autoPromotionEnabled !== false && autoPromotionSeconds > 0 ? autoPromotionSeconds * 1000 : undefined;
}
