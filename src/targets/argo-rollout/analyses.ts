import type { KubeObject } from '../../kube/resources.ts';
import type { AnalysisEvidence, AnalysisRole, Verdict } from '../evidence.ts';
import type { RawAnalysisRun, RawExperiment } from './analysis-run.ts';
import { currentRuns, type Place } from './attempt.ts';
import { hashLabel, revisionAnnotation } from './labels.ts';
import { metricsOf, toVerdict } from './metric.ts';
import { isOwnedBy } from './owner.ts';
import type { RawRollout } from './rollout.ts';

/** Values of the label `rollout-type` that the controller gives the AnalysisRuns of a Rollout. */
const roles: Readonly<Record<string, AnalysisRole>> = {
  Step: 'step',
  Background: 'background',
  PrePromotion: 'prePromotion',
  PostPromotion: 'postPromotion',
};

/** A revision, whose analyses carry both. */
export interface Judged {
  readonly hash: string;
  /** As the annotation `rollout.argoproj.io/revision` has it. */
  readonly revision: string | undefined;
}

/** The revision that is being released, or is there. Pure. */
export function candidateOf({ metadata, status }: RawRollout): Judged {
  return { hash: status?.currentPodHash ?? '', revision: metadata.annotations?.[revisionAnnotation] };
}

/**
 * What the analyses of one revision came to, in the order in which they began. Pure.
 *
 * Found by labels and owners and not by the Rollout's status, which forgets the names of a canary's analyses when
 * the step ends and at an abort.
 */
export function analysesOf(
  rollout: RawRollout,
  runs: readonly RawAnalysisRun[],
  experiments: readonly RawExperiment[],
  judged: Judged = candidateOf(rollout),
): readonly AnalysisEvidence[] {
  const own = runs
    .filter((run) => isOwnedBy(run, rollout) && isOf(judged, run))
    .map((run) => ({ run, place: placeOf(run), analysis: '', again: 0 }));
  const below = experiments
    .filter((experiment) => isOwnedBy(experiment, rollout) && isOf(judged, experiment))
    .flatMap((experiment) => {
      const { step, again } = experimentPlace(experiment);
      const place: Place = { role: 'experiment', ...(step === undefined ? {} : { step }) };
      return runs
        .filter((run) => isOwnedBy(run, experiment))
        .map((run) => ({
          run,
          place,
          analysis: run.metadata.name.slice(experiment.metadata.name.length),
          again,
        }));
    });
  return currentRuns(rollout, [...own, ...below]).map(({ run, place }) => analysisEvidence(run, place));
}

/** The same template may come again after a rollback, as another revision with analyses of its own. */
function isOf({ hash, revision }: Judged, { metadata }: KubeObject): boolean {
  return metadata.labels?.[hashLabel] === hash && metadata.annotations?.[revisionAnnotation] === revision;
}

function placeOf({ metadata }: RawAnalysisRun): Place {
  const step = Number(metadata.labels?.['step-index']);
  const role = roles[metadata.labels?.['rollout-type'] ?? ''] ?? 'background';
  return { role, ...(Number.isNaN(step) ? {} : { step }) };
}

/** An Experiment is called `<rollout>-<hash>-<revision>-<step>`, and `…-1`, `…-2` when it is run again. */
function experimentPlace({ metadata }: RawExperiment): {
  readonly step: number | undefined;
  readonly again: number;
} {
  const hash = metadata.labels?.[hashLabel] ?? '';
  const rest = metadata.name.slice(metadata.name.indexOf(`-${hash}-`) + hash.length + 2);
  const [, step, again = 0] = rest.split('-').map(Number);
  return { step: step === undefined || Number.isNaN(step) ? undefined : step, again };
}

function analysisEvidence(run: RawAnalysisRun, place: Place): AnalysisEvidence {
  return {
    name: run.metadata.name,
    ...place,
    verdict: runVerdict(run),
    message: run.status?.message ?? '',
    metrics: metricsOf(run),
  };
}

/**
 * What an AnalysisRun came to. One that was terminated never passed: the controller calls it Successful, or
 * Inconclusive if a Job was under way, as nothing but the end of that Job is inconclusive then (1.10.1). Pure.
 */
export function runVerdict(run: RawAnalysisRun): Verdict {
  const { spec, status } = run;
  const verdict = toVerdict(status?.phase);
  if (verdict === 'Failed' || verdict === 'Error') return verdict;
  if (spec?.terminate !== true && status?.message !== 'Run Terminated') return verdict;
  const judged = metricsOf(run).some((metric) => !metric.dryRun && metric.verdict === 'Inconclusive');
  return verdict === 'Inconclusive' && judged ? verdict : 'Terminated';
}
