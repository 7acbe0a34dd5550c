import type { Guard, Observation } from '../../observation.ts';
import type { Phase, Revision } from '../../model.ts';
import { lastChange } from '../../ownership/last-change.ts';
import { ownerOf } from '../../ownership/owner.ts';
import { observeAnalyses, isMeasuring, observeUnproven, observeUntested } from './analysis-status.ts';
import { sameImages, templateImages } from './images.ts';
import { revisionAnnotation } from './labels.ts';
import { heldAnnotation, readNote } from './notes.ts';
import { observeGates, observePauses } from './pauses.ts';
import type { RawRollout, RawTemplate, RawWorkload } from './rollout.ts';
import { observeAbort, observeSettled } from './settled.ts';
import { observeServices } from './services.ts';
import { canarySteps, describeStep } from './steps.ts';
import { fitsTemplate } from './template-fit.ts';
import { observeWeight } from './weight.ts';
import { observeWorkload, workloadTemplate } from './workload.ts';

/** Where the pod template is: in a Rollout and most workloads, and in a PodTemplate. */
const templateFields = [['spec', 'template'], ['template']];

/** What is read beside the Rollout, to tell whether its status speaks of its spec. */
export interface Beside {
  /** Pod templates of its ReplicaSets by hash, as far as they were read. */
  readonly templates?: ReadonlyMap<string, RawTemplate>;
  /** The object of `spec.workloadRef`. */
  readonly workload?: RawWorkload;
  /** Two templates that differ in more than images are told apart by waiting: that was done. */
  readonly trusted?: boolean;
}

/**
 * What a Rollout says, as one readonly value. Pure.
 *
 * Without the template of the ReplicaSet that `status.currentPodHash` names, or when it is not the spec's, the
 * observation is not `current`: the controller writes observedGeneration up to 23 ms before the new hash, so the
 * numbers alone make an old status look new.
 */
export function observe(rollout: RawRollout, beside: Beside = {}): Observation {
  const { metadata, spec, status } = rollout;
  const template = templateImages(desiredTemplate(rollout, beside));
  const steps = canarySteps(rollout);
  const hash = status?.currentPodHash;
  const revision = Number(metadata.annotations?.[revisionAnnotation]);
  const { restartAt } = spec ?? {};
  return {
    current: isCurrent(rollout, beside),
    version: Number(metadata.resourceVersion),
    ...observePhase(rollout),
    template,
    ...optional('workload', beside.workload && observeWorkload(beside.workload)),
    ...optional('candidate', revisionOf(hash, beside)),
    ...optional('stable', revisionOf(status?.stableRS, beside)),
    ...optional('sides', observeSides(rollout, beside)),
    ...optional('revision', Number.isNaN(revision) ? undefined : revision),
    ...(steps.length === 0 ? {} : { step: { index: status?.currentStepIndex ?? 0, of: steps.length } }),
    steps: steps.map(describeStep),
    gates: observeGates(rollout),
    services: observeServices(rollout),
    weight: observeWeight(rollout),
    replicas: {
      desired: spec?.replicas ?? 1,
      current: status?.replicas ?? 0,
      updated: status?.updatedReplicas ?? 0,
      ready: status?.readyReplicas ?? 0,
      available: status?.availableReplicas ?? 0,
    },
    pauses: observePauses(rollout),
    measuring: isMeasuring(rollout),
    analyses: observeAnalyses(rollout),
    ...optional('unproven', observeUnproven(rollout)),
    ...optional('untested', observeUntested(rollout)),
    rollbackWindow: spec?.rollbackWindow !== undefined,
    promotingFull: status?.promoteFull === true,
    ...optional('restart', restartAt && { at: restartAt, done: isSameTime(status?.restartedAt, restartAt) }),
    ...optional('aborted', observeAbort(rollout)),
    aborting: status?.abort === true || status?.abortedAt !== undefined,
    invalid: isInvalid(rollout),
    ...optional('settled', observeSettled(rollout)),
    progress: observeProgress(rollout),
    ...optional('changed', lastChange((beside.workload ?? rollout).metadata, templateFields)),
    ...optional('owner', ownerOf((beside.workload ?? rollout).metadata)),
    ...optional('held', metadata.annotations?.[heldAnnotation]),
    ...optional('note', readNote(metadata)),
    guard: observeGuard(rollout),
  };
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined | '',
): Partial<Record<Key, Value>> {
  return value === undefined || value === '' ? {} : ({ [key]: value } as Record<Key, Value>);
}

/** The pod template that is asked for, wherever it is. */
export function desiredTemplate({ spec }: RawRollout, { workload }: Beside): RawTemplate | undefined {
  return spec?.workloadRef === undefined ? spec?.template : workload && workloadTemplate(workload);
}

function revisionOf(hash: string | undefined, { templates }: Beside): Revision | undefined {
  if (hash === undefined || hash === '') return undefined;
  const template = templates?.get(hash);
  return { hash, ...(template && { images: templateImages(template) }) };
}

function observeSides({ spec, status }: RawRollout, beside: Beside): Observation['sides'] {
  // The status of a canary has an empty blueGreen.
  if (spec?.strategy?.blueGreen === undefined) return undefined;
  const { activeSelector, previewSelector } = status?.blueGreen ?? {};
  return {
    ...optional('active', revisionOf(activeSelector, beside)),
    ...optional('preview', revisionOf(previewSelector, beside)),
  };
}

function isCurrent(rollout: RawRollout, beside: Beside): boolean {
  if (!isObserved(rollout, beside)) return false;
  // An invalid spec is never given a ReplicaSet; that it is invalid is all there is to know of it.
  if (isInvalid(rollout)) return true;
  const is = beside.templates?.get(rollout.status?.currentPodHash ?? '');
  const wanted = desiredTemplate(rollout, beside);
  if (is === undefined || wanted === undefined) return false;
  const same = sameImages(templateImages(wanted), templateImages(is));
  return same && (beside.trusted === true || fitsTemplate(wanted, is));
}

/** As the plugin's GetRolloutPhase: a value that is no number counts as observed. */
function isObserved(rollout: RawRollout, { workload }: Beside): boolean {
  const { metadata, spec, status } = rollout;
  const reached = (observed: string | undefined, generation: number): boolean =>
    observed !== undefined && (Number.isNaN(Number(observed)) || Number(observed) >= generation);
  if (!reached(status?.observedGeneration, metadata.generation ?? 0)) return false;
  // What the controller refuses may be that there is no workload.
  if (spec?.workloadRef === undefined || isInvalid(rollout)) return true;
  // The Rollout's own generation never moves with its workload.
  return (
    workload !== undefined &&
    reached(status?.workloadObservedGeneration, workload.metadata.generation ?? Number.POSITIVE_INFINITY)
  );
}

/** The controller refuses the spec. Pure. */
export function isInvalid({ status }: RawRollout): boolean {
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

/** The server keeps the times of a spec and of a status in one form, but a person may have typed another. */
function isSameTime(one: string | undefined, other: string): boolean {
  return one !== undefined && Date.parse(one) === Date.parse(other);
}

function observeProgress(rollout: RawRollout): Observation['progress'] {
  const { status } = rollout;
  const stage = [
    status?.currentPodHash,
    status?.currentStepIndex,
    observeAbort(rollout) !== undefined,
    status?.stableRS,
    status?.blueGreen?.activeSelector,
    ...observeAnalyses(rollout).map(({ name, status: verdict }) => `${name} ${verdict}`),
  ];
  return {
    stage: stage.join('/'),
    height: (status?.updatedReplicas ?? 0) + (status?.availableReplicas ?? 0),
  };
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
    ...optional('abort', status?.abort),
    ...optional('abortedAt', status?.abortedAt),
    ...optional('promoteFull', status?.promoteFull),
    ...(since === undefined ? {} : { since, pauses }),
  };
}
