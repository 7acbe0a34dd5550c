import type { Analysis } from '../../model.ts';
import type { RawAnalysisStatus, RawRollout } from './rollout.ts';
import { canarySteps } from './steps.ts';

/** The analyses and the experiment that the status names now. Pure. */
export function observeAnalyses({ status }: RawRollout): readonly Analysis[] {
  const { canary, blueGreen } = status ?? {};
  const experiment = canary?.currentExperiment;
  return [
    ...analysis('step', canary?.currentStepAnalysisRunStatus),
    ...analysis('background', canary?.currentBackgroundAnalysisRunStatus),
    ...analysis('prePromotion', blueGreen?.prePromotionAnalysisRunStatus),
    ...analysis('postPromotion', blueGreen?.postPromotionAnalysisRunStatus),
    ...(experiment ? analysis('experiment', { name: experiment }) : []),
  ];
}

function analysis(role: Analysis['role'], raw: RawAnalysisStatus | undefined): readonly Analysis[] {
  if (raw?.name === undefined) return [];
  // A run that was ended early is called Successful, with this message and no verdict.
  const terminated = raw.message === 'Run Terminated';
  return [{ name: raw.name, role, status: raw.status ?? '', terminated }];
}

/**
 * A step waits for its analysis, experiment or plugin, or a blueGreen around its switch for an analysis: it stands
 * still, and rightly so. A plugin that the controller does not have is never Running. Pure.
 */
export function isMeasuring(rollout: RawRollout): boolean {
  const { status } = rollout;
  if (status?.abort === true) return false;
  const index = status?.currentStepIndex ?? Number.POSITIVE_INFINITY;
  const step = canarySteps(rollout)[index];
  if (step?.analysis !== undefined || step?.experiment !== undefined) return true;
  if (step?.plugin !== undefined && isPluginRunning(rollout, index)) return true;
  return observeAnalyses(rollout).some(
    ({ role, status: verdict, name }) =>
      (role === 'prePromotion' || role === 'postPromotion') &&
      isOfCandidate(rollout, name) &&
      ['', 'Pending', 'Running'].includes(verdict),
  );
}

function isPluginRunning({ status }: RawRollout, step: number): boolean {
  return (status?.canary?.stepPluginStatuses ?? []).some(
    ({ index = 0, operation, phase }) => index === step && operation === 'Run' && phase === 'Running',
  );
}

/** The name of an AnalysisRun carries the hash that it judges; a status may still name that of another. */
function isOfCandidate({ status }: RawRollout, name: string): boolean {
  return name.includes(`-${status?.currentPodHash ?? ''}-`);
}

/**
 * Why the gate of a blueGreen may not be passed: after a retry it comes together with a new pre-promotion analysis,
 * and an analysis that was ended early is called Successful. A post-promotion analysis before the switch is that of
 * an attempt before, which somebody took up again by a retry.
 */
export function observeUnproven(rollout: RawRollout): string | undefined {
  const gate = (rollout.status?.pauseConditions ?? []).some(({ reason }) => reason === 'BlueGreenPause');
  if (!gate) return undefined;
  const untested = observeUntested(rollout);
  return untested === undefined ? observeUnprovenPreview(rollout) : `It was retried, and ${untested}.`;
}

function observeUnprovenPreview(rollout: RawRollout): string | undefined {
  if (rollout.spec?.strategy?.blueGreen?.prePromotionAnalysis === undefined) return undefined;
  const pre = observeAnalyses(rollout).find(({ role }) => role === 'prePromotion');
  if (pre === undefined || !isOfCandidate(rollout, pre.name)) {
    return 'Its pre-promotion analysis has not begun, so nothing is known of this revision.';
  }
  if (pre.terminated) {
    return `Its pre-promotion analysis ${pre.name} was ended before its measurements, so it is no verdict.`;
  }
  return pre.status === 'Successful'
    ? undefined
    : `Its pre-promotion analysis ${pre.name} is ${pre.status || 'about to begin'}.`;
}

/**
 * Why a retry would ship the candidate unseen: the controller makes no new post-promotion analysis for it. One that
 * was ended by the abort counts as Successful then, and one that failed undoes the retry at once.
 */
export function observeUntested(rollout: RawRollout): string | undefined {
  if (rollout.spec?.strategy?.blueGreen?.postPromotionAnalysis === undefined) return undefined;
  const post = observeAnalyses(rollout).find(({ role }) => role === 'postPromotion');
  if (post === undefined || !isOfCandidate(rollout, post.name)) return undefined;
  const verdict = post.terminated ? 'ended early' : post.status;
  return `a retry uses its old post-promotion analysis ${post.name} (${verdict}) in place of a new one`;
}
