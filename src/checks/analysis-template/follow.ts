import type { KubeClient } from '../../kube/client.ts';
import { analysisRuns } from '../../kube/resources.ts';
import { untilAborted } from '../../kube/until-aborted.ts';
import { formatDuration } from '../../support/duration.ts';
import type { RawAnalysisRun } from '../../targets/argo-rollout/analysis-run.ts';
import { runVerdict } from '../../targets/argo-rollout/analyses.ts';
import { metricsOf } from '../../targets/argo-rollout/metric.ts';
import type { MetricEvidence } from '../../targets/evidence.ts';
import type { Measured, Scene, Shown } from '../provider.ts';
import { type Following, partOf, statesOf } from '../in-cluster/states.ts';

/** How long the controller may take to begin: it is away, or does not look after this namespace. */
const beginGrace = 60_000;

/** Phases with which a run is over. */
const over: readonly string[] = ['Successful', 'Failed', 'Inconclusive', 'Error'];

/**
 * Follows an AnalysisRun of ours to its verdict, and shows its metrics as often as they change. Throws Error when no
 * controller begins with it or somebody deletes it, KubeError, and the signal's reason.
 */
export async function followRun(
  made: RawAnalysisRun,
  { signal, redact, ...scene }: Pick<Scene, 'client' | 'clock' | 'redact'> & Following,
  progress: (shown: Shown) => void,
): Promise<Measured> {
  const part = partOf(signal);
  const own: Following = { ...scene, signal: part.signal };
  const begun = { yet: false };
  const shown = (run: RawAnalysisRun): Shown => ({
    metrics: metricsOf(run).map((metric) => withoutSecrets(metric, redact)),
  });
  const ended = async (): Promise<Measured> => {
    const states = statesOf(analysisRuns, made, own);
    for (;;) {
      const run: RawAnalysisRun = (await states.next()).value;
      begun.yet ||= phaseOf(run) !== '';
      if (over.includes(phaseOf(run))) return { ...judge(run, redact), ...shown(run) };
      progress(shown(run));
    }
  };
  try {
    return await Promise.race([ended(), unbegun(made, begun, own)]);
  } finally {
    part.end();
  }
}

/** Throws when the controller has not begun in time; waits for the signal where it has. */
async function unbegun(
  { metadata }: RawAnalysisRun,
  begun: { readonly yet: boolean },
  { clock, signal }: Following,
): Promise<never> {
  await clock.sleep(beginGrace, signal);
  if (begun.yet) return await untilAborted(new Promise<never>(() => undefined), signal);
  throw new Error(
    `No controller began with the AnalysisRun ${metadata.name} in ${formatDuration(beginGrace)}: see whether the Argo Rollouts controller runs, and looks after this namespace.`,
  );
}

function phaseOf({ status }: RawAnalysisRun): string {
  return status?.phase ?? '';
}

type Judgment = Pick<Extract<Measured, { kind: 'verdict' }>, 'kind' | 'verdict' | 'value' | 'message'>;

function judge(run: RawAnalysisRun, redact: (text: string) => string): Judgment {
  const verdict = runVerdict(run);
  const message = redact(run.status?.message ?? '');
  const judged = { kind: 'verdict', value: '', message } as const;
  if (verdict === 'Successful' || verdict === 'Failed' || verdict === 'Inconclusive' || verdict === 'Error')
    return { ...judged, verdict };
  // The controller calls it Successful, though nobody finished measuring; whoever ended it has to say what now.
  return {
    ...judged,
    verdict: 'Inconclusive',
    message: `Somebody ended the AnalysisRun ${run.metadata.name} before it had a verdict.`,
  };
}

function withoutSecrets(metric: MetricEvidence, redact: (text: string) => string): MetricEvidence {
  const { message, query, successCondition, failureCondition, measurements } = metric;
  return {
    ...metric,
    message: redact(message),
    ...(query !== undefined && { query: redact(query) }),
    ...(successCondition !== undefined && { successCondition: redact(successCondition) }),
    ...(failureCondition !== undefined && { failureCondition: redact(failureCondition) }),
    measurements: measurements.map((one) => ({
      ...one,
      value: redact(one.value),
      message: redact(one.message),
    })),
  };
}

/** Ends the measuring of an AnalysisRun, and with it the Jobs that it made. */
export async function terminate(
  client: KubeClient,
  namespace: string,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const patch = { type: 'merge', body: { spec: { terminate: true } } } as const;
  await client.patch({ resource: analysisRuns, namespace, name }, patch, { repeatable: true, signal });
}
