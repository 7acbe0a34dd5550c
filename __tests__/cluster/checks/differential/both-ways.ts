import { stringify } from 'yaml';
import { until } from '../../../../cluster/wait.ts';
import { readMetric } from '../../../../src/checks/reading/metric.ts';
import { measureRound } from '../../../../src/checks/measuring/measure.ts';
import { parseChecks } from '../../../../src/checks/reading/parse.ts';
import type { Scene } from '../../../../src/checks/provider.ts';
import type { MetricEvidence } from '../../../../src/targets/evidence.ts';
import type { RawAnalysisRun } from '../../../../src/targets/argo-rollout/analysis-run.ts';
import { kubectl } from '../../support/kubernetes.ts';

/** What a metric came to, in the controller's words on either side. */
export interface MetricResult {
  readonly phase: string;
  /** Absent where another metric ended it: how far it had come by then is chance. */
  readonly counts?: MetricEvidence['counts'];
  /** Phase and value of each measurement. */
  readonly measured?: readonly (readonly [phase: string, value: string])[];
}

/** What a run came to. */
export interface Result {
  readonly phase: string;
  /** Without the words of an error, which each side has its own of. */
  readonly message: string;
  readonly metrics: Readonly<Record<string, MetricResult>>;
  /** The messages of errors, for whoever looks into a difference. */
  readonly errors: readonly string[];
}

/** The spec of an AnalysisRun, as far as it is given here. */
export interface Spec {
  readonly metrics: readonly object[];
}

/** The specs of AnalysisRuns by their names. */
export type Specs = Readonly<Record<string, Spec>>;

const kind = 'analysisruns.argoproj.io';

/** What the controller comes to for each spec. */
export async function byController(
  namespace: string,
  specs: Specs,
  apply: (manifests: string) => Promise<void>,
): Promise<Readonly<Record<string, Result>>> {
  const manifests = Object.entries(specs).map(([name, spec]) =>
    JSON.stringify({ apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisRun', metadata: { name }, spec }),
  );
  await apply(manifests.join('\n---\n'));
  let runs: readonly RawAnalysisRun[] = [];
  const areDone = async (): Promise<boolean> => {
    const text = await kubectl('get', kind, '-n', namespace, '-o', 'json');
    runs = (JSON.parse(text) as { items: readonly RawAnalysisRun[] }).items;
    return runs.every(({ status }) => !['', 'Pending', 'Running'].includes(status?.phase ?? ''));
  };
  await until(areDone, { what: 'the controller to be done with all analyses', deadline: 90_000 });
  return Object.fromEntries(runs.map((run) => [run.metadata.name, resultOfRun(run)]));
}

function resultOfRun({ spec, status }: RawAnalysisRun): Result {
  const results = status?.metricResults ?? [];
  const metrics = (spec?.metrics ?? []).map(({ name }) => {
    const result = results.find((one) => one.name === name);
    const {
      count = 0,
      successful = 0,
      failed = 0,
      inconclusive = 0,
      error = 0,
      consecutiveError = 0,
    } = result ?? {};
    const counts = { count, successful, failed, inconclusive, error, consecutiveError };
    const measured = (result?.measurements ?? []).map(
      ({ phase = '', value = '' }) => [phase, value] as const,
    );
    return [name, { phase: result?.phase ?? '', counts, measured }] as const;
  });
  return {
    phase: status?.phase ?? '',
    message: withoutError(status?.message ?? ''),
    metrics: Object.fromEntries(metrics),
    errors: results.flatMap(({ measurements = [] }) => measurements.flatMap(({ message }) => message ?? [])),
  };
}

/** What this action comes to for each spec: the whole way, from the text of `checks`. */
export async function byAction(specs: Specs, scene: Scene): Promise<Readonly<Record<string, Result>>> {
  const results = Object.entries(specs).map(
    async ([name, spec]) => [name, await measured(spec, scene)] as const,
  );
  return Object.fromEntries(await Promise.all(results));
}

async function measured({ metrics: given, ...around }: Spec, scene: Scene): Promise<Result> {
  const mistakes: string[] = [];
  // An AnalysisRun may go on for ever; at a gate nothing may, as in a step of a Rollout.
  const text = stringify({ ...around, metrics: given.map((metric) => ({ ...metric, when: 'background' })) });
  const parsed = parseChecks({ checks: text, args: '' }, {}, process.cwd());
  if (parsed.kind === 'mistakes') return refused(parsed.mistakes.map((mistake) => JSON.stringify(mistake)));
  const { checks, args } = parsed.checks;
  const values = new Map(
    [...args].map(([name, source]) => [name, source.kind === 'value' ? source.value : '']),
  );
  const metrics = checks.flatMap(
    (check) => readMetric(check, values, (path, what) => mistakes.push(`${path.join('.')} ${what}`)) ?? [],
  );
  if (mistakes.length > 0) return refused(mistakes);
  const {
    verdict,
    message,
    metrics: rows,
  } = await measureRound(metrics, scene, AbortSignal.timeout(90_000), () => undefined);
  const byName = rows.map(({ name, verdict: phase, counts, measurements }) => {
    const taken = measurements.map((one) => [one.verdict, one.value] as const);
    return [name, { phase, counts, measured: taken }] as const;
  });
  return {
    phase: verdict,
    message: withoutError(message),
    metrics: Object.fromEntries(byName),
    errors: rows.flatMap(({ measurements }) => measurements.flatMap((one) => one.message || [])),
  };
}

function refused(errors: readonly string[]): Result {
  return { phase: 'refused', message: '', metrics: {}, errors };
}

function withoutError(message: string): string {
  return message.replace(/: "Error Message: .*"$/s, '');
}
