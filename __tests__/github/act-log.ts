/** How a step or a job ended. */
export type Conclusion = 'success' | 'failure' | 'skipped' | 'cancelled';

/** A step that act ran. */
export interface ActStep {
  /** Of the step itself. */
  readonly result: Conclusion;
  /** Of its post step; undefined without one. */
  readonly post: Conclusion | undefined;
  readonly outputs: Readonly<Record<string, string>>;
  /** What it printed, its workflow commands and its post step among it. */
  readonly log: string;
  /** Its job summary, Markdown. */
  readonly summary: string;
}

/** A job that act ran. */
export interface ActJob {
  readonly result: Conclusion;
  /** By id, or by number from 0 for a step without. A step that was skipped is not there. */
  readonly steps: Readonly<Record<string, ActStep>>;
}

/** One line of `act --json`. */
interface Line {
  readonly jobID?: string;
  readonly matrix?: Readonly<Record<string, unknown>>;
  readonly stepID?: readonly string[];
  readonly stage?: 'Pre' | 'Main' | 'Post';
  readonly msg?: string;
  readonly raw?: string;
  readonly raw_output?: boolean;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly stepResult?: Conclusion;
  readonly jobResult?: Conclusion;
}

/** The jobs in the log of `act --json`, by id; one of a matrix as `id (value, value)`. Pure. */
export function readActLog(log: string): Readonly<Record<string, ActJob>> {
  const lines = log.split('\n').filter((line) => line.startsWith('{'));
  const parsed = lines.map((line) => JSON.parse(line) as Line).filter(({ jobID }) => jobID !== undefined);
  const jobs = Object.groupBy(parsed, nameOfJob);
  return Object.fromEntries(Object.entries(jobs).map(([name, ofJob = []]) => [name, readJob(ofJob)]));
}

function nameOfJob({ jobID = '', matrix = {} }: Line): string {
  const values = Object.values(matrix).map(String);
  return values.length === 0 ? jobID : `${jobID} (${values.join(', ')})`;
}

function readJob(lines: readonly Line[]): ActJob {
  const ofSteps = Object.groupBy(
    lines.filter(({ stepID, stage }) => stepID !== undefined && stage !== 'Pre'),
    ({ stepID = [] }) => stepID.join('.'),
  );
  const steps = Object.entries(ofSteps).map(([id, ofStep = []]) => [id, readStep(ofStep)] as const);
  return {
    // A job that act never gets to has no result: it was cancelled with the run.
    result: lines.find(({ jobResult }) => jobResult !== undefined)?.jobResult ?? 'cancelled',
    steps: Object.fromEntries(steps),
  };
}

function readStep(lines: readonly Line[]): ActStep {
  const resultOf = (stage: Line['stage']): Conclusion | undefined =>
    lines.find((line) => line.stage === stage && line.stepResult !== undefined)?.stepResult;
  const outputs = lines.filter(({ command }) => command === 'set-output');
  const summaries = lines.filter(({ command }) => command === 'summary');
  return {
    result: resultOf('Main') ?? 'cancelled',
    post: resultOf('Post'),
    outputs: Object.fromEntries(outputs.map(({ name = '', arg = '' }) => [name, arg])),
    log: lines.map(({ raw_output: printed, msg = '', raw = '' }) => (printed ? msg : raw)).join(''),
    summary: summaries.map(({ content = '' }) => content).join('\n'),
  };
}
