import type { Checks } from './checks/check.ts';
import { parseChecks } from './checks/reading/parse.ts';
import type { InputMistake } from './errors.ts';
import { givenInput } from './given-input.ts';
import {
  NotAllowed,
  oneOf,
  optional,
  parseExpect,
  parseFlag,
  parseImages,
  parseNamespace,
  parseRevision,
  parseTarget,
  parseTime,
} from './input-forms.ts';
import { type Operation, operations } from './model.ts';
import type { Expectation, WantedImage } from './plan.ts';
import {
  type CancelPolicy,
  type FailurePolicy,
  type OnBusy,
  type OnPause,
  cancelPolicies,
  failurePolicies,
  onBusyWords,
  onPauseWords,
} from './policies.ts';
import { type ReportInputs, readReportInputs } from './report-inputs.ts';
import type { TargetKindName } from './targets/index.ts';

export { givenInput } from './given-input.ts';

/** The environment of a step, as the runner gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The inputs and what they default to when a step leaves them out; action.yml says the same, but for the token of the
 * job, which GitHub alone can fill in.
 */
export const inputDefaults = {
  operation: 'deploy',
  target: '',
  namespace: '',
  context: '',
  kubeconfig: '',
  image: '',
  checks: '',
  args: '',
  'on-pause': 'stop',
  'on-failure': '',
  'on-inconclusive': 'stop',
  'on-timeout': '',
  'on-cancel': '',
  timeout: '30m',
  'pause-timeout': '1h',
  expect: '',
  'on-busy': 'supersede',
  revision: '',
  'rollback-steps': 'false',
  'fail-fast': 'true',
  'dry-run': 'false',
  'github-token': '',
  'pull-request': '',
  comment: '',
  'comment-key': '',
  'commit-status': '',
  'deployment-environment': '',
  'environment-url': '',
} as const satisfies Record<string, string>;

/** The name of an input. */
export type InputName = keyof typeof inputDefaults;

/** The inputs, each valid by itself; the rules between them are in plan.ts. */
export interface Inputs {
  readonly operation: Operation;
  readonly target: { readonly kind: TargetKindName; readonly name: string };
  readonly namespace: string;
  readonly images: readonly WantedImage[];
  /** Absent where no checks are given. */
  readonly checks: Checks | undefined;
  readonly onPause: OnPause;
  readonly onFailure: FailurePolicy | undefined;
  readonly onInconclusive: FailurePolicy;
  readonly onTimeout: FailurePolicy | undefined;
  readonly onCancel: CancelPolicy | undefined;
  /** Milliseconds. */
  readonly timeout: number;
  /** Milliseconds. */
  readonly pauseTimeout: number;
  readonly expect: Expectation | undefined;
  readonly onBusy: OnBusy;
  readonly revision: number | undefined;
  readonly rollbackSteps: boolean;
  readonly failFast: boolean;
  readonly dryRun: boolean;
  readonly reports: ReportInputs;
}

/** The inputs that could be read, and every mistake in the others. */
export interface ReadInputs {
  readonly inputs: Partial<Inputs>;
  readonly mistakes: readonly InputMistake[];
}

/**
 * Reads every input of the step; nothing else in the action reads the environment for one. Reads the file that `checks`
 * names, and nothing else.
 */
export function readInputs(env: Environment): ReadInputs {
  const mistakes: InputMistake[] = [];
  const read = readerOf(env, mistakes);
  const inputs = {
    operation: read('operation', oneOf(operations)),
    target: read('target', parseTarget),
    namespace: read('namespace', parseNamespace),
    images: read('image', parseImages),
    checks: readChecks(env, mistakes),
    onPause: read('on-pause', oneOf(onPauseWords)),
    onFailure: read('on-failure', optional(oneOf(failurePolicies))),
    onInconclusive: read('on-inconclusive', oneOf(failurePolicies)),
    onTimeout: read('on-timeout', optional(oneOf(failurePolicies))),
    onCancel: read('on-cancel', optional(oneOf(cancelPolicies))),
    timeout: read('timeout', parseTime),
    pauseTimeout: read('pause-timeout', parseTime),
    expect: read('expect', optional(parseExpect)),
    onBusy: read('on-busy', oneOf(onBusyWords)),
    revision: read('revision', optional(parseRevision)),
    rollbackSteps: read('rollback-steps', parseFlag),
    failFast: read('fail-fast', parseFlag),
    dryRun: read('dry-run', parseFlag),
    reports: readReportInputs(read),
  };
  return {
    inputs: Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined)),
    mistakes,
  };
}

/**
 * The inputs of reports by themselves: how a run is told of is known before its plan is, and a wrong input leaves out its
 * report only.
 */
export function readReports(env: Environment): ReportInputs {
  return readReportInputs(readerOf(env, []));
}

function readerOf(env: Environment, mistakes: InputMistake[]) {
  return <Value>(input: InputName, parse: (given: string) => Value): Value | undefined => {
    const given = givenInput(env, input);
    try {
      return parse(given === '' ? inputDefaults[input] : given);
    } catch (error) {
      if (!(error instanceof NotAllowed)) throw error;
      mistakes.push({
        input,
        given,
        allowed: error.allowed,
        ...(error.next === undefined ? {} : { next: error.next }),
      });
      return undefined;
    }
  };
}

/** The workspace, where the files of a step are: its working directory is another one in a composite action. */
function readChecks(env: Environment, mistakes: InputMistake[]): Checks | undefined {
  if (givenInput(env, 'checks') === '') return undefined;
  // As it stands: YAML without the spaces of its first line is another YAML.
  const given = { checks: env['INPUT_CHECKS'] ?? '', args: env['INPUT_ARGS'] ?? '' };
  const parsed = parseChecks(given, env, env['GITHUB_WORKSPACE'] ?? process.cwd());
  if (parsed.kind === 'checks') return parsed.checks;
  mistakes.push(...parsed.mistakes);
  return undefined;
}
