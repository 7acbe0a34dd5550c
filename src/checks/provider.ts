import type { Environment } from '../inputs.ts';
import type { AccessRule } from '../kube/access.ts';
import type { KubeClient } from '../kube/client.ts';
import type { Clock } from '../support/clock.ts';
import type { MetricEvidence, Verdict } from '../targets/evidence.ts';

/** What a check came to, or is at: Argo's words for the phase of an AnalysisRun. */
export type CheckVerdict = Exclude<Verdict, 'Pending' | 'Terminated'>;

/** A place within the YAML of a check: keys and indexes from its root, such as `['provider', 'web', 'url']`. */
export type SpecPath = readonly (string | number)[];

/**
 * Told of everything that is wrong in a check: where, what is wrong, and what is allowed or to be done, for people
 * (`is no duration`, `allowed: 90s, 5m`). Reading goes on, so that all mistakes are told at once.
 */
export type Complain = (path: SpecPath, what: string, next?: string) => void;

/** What a measurement is made with; the same for all checks of a round. */
export interface Scene {
  readonly client: KubeClient;
  readonly clock: Clock;
  /** Environment of the step, for commands and GitHub. */
  readonly env: Environment;
  /** Namespace of the target. */
  readonly namespace: string;
  /** The target, as owner of what a check makes in the cluster: it goes when the target goes. */
  readonly owner: {
    readonly apiVersion: string;
    readonly kind: string;
    readonly name: string;
    readonly uid: string;
  };
  /** All args by name with their values; secrets too. */
  readonly args: ReadonlyMap<string, string>;
  /** Lower case letters, digits and `-`, at most 20: tells this round apart from any other, for names in the cluster. */
  readonly round: string;
  /** Name of the check, for names and labels in the cluster; absent where it is not measured for one. */
  readonly check?: string;
  /** The text without the values of secret args, and without credentials in URLs. */
  readonly redact: (text: string) => string;
}

/** What is known before the first write. */
export interface EarlyScene extends Omit<Scene, 'owner' | 'round'> {
  /** The check is measured as long as the release lasts, and need not come to an end by itself. */
  readonly lasts?: boolean;
}

/** One measurement as a provider gives it. */
export type Measured =
  /** The engine asks the conditions of the metric about `result`. */
  | ({ readonly kind: 'result'; readonly result: unknown; readonly value: string } & Shown)
  /** The provider judges by itself: a Job, an AnalysisRun, the exit code of a command. */
  | ({
      readonly kind: 'verdict';
      readonly verdict: CheckVerdict;
      readonly value: string;
      readonly message: string;
      /** Where it is there and the metric has conditions, the engine asks them about it, and drops `verdict`. */
      readonly result?: unknown;
    } & Shown);

/** What people see beside the value of a measurement; already without secrets. */
export interface Shown {
  /** The query or URL as it was asked. */
  readonly query?: string;
  /** Where a person can look at the same: the graph of a query, a check run. */
  readonly link?: string;
  /** The Job that measured. */
  readonly job?: { readonly name: string; readonly namespace: string };
  /** The last lines of its log. */
  readonly log?: readonly string[];
  /** What was measured within: the metrics of an AnalysisRun. They stand in place of the check itself. */
  readonly metrics?: readonly MetricEvidence[];
}

/**
 * A source of measurements: one file, and one line in the registry. `Spec` is what stands under its key in `provider`,
 * read and valid.
 */
export interface Provider<Spec = unknown> {
  /** Whether a metric of it may have conditions; a Job has a verdict of its own. */
  readonly conditions: boolean;
  /**
   * Keys of the spec in which `{{args.NAME}}` is refused: what is run as a program must not be made of text from the
   * cluster. There the values are environment variables, named by `argVariable`.
   */
  readonly verbatim?: readonly string[];
  /**
   * Reads what stands under the provider's key, with all args filled in. Pure. Complains of everything that is wrong,
   * paths beginning under that key; undefined when something was. Before the run, args that only the cluster knows
   * have sample values here.
   */
  parse(raw: unknown, complain: Complain): Spec | undefined;
  /** What a measurement has to be allowed in the cluster; asked before the first write. */
  access(spec: Spec, namespace: string): readonly AccessRule[];
  /** Makes sure before the first write that it can be measured at all; throws ActionableError. */
  verify?(spec: Spec, scene: EarlyScene, signal: AbortSignal): Promise<void>;
  /**
   * Measures once. Throws an Error whose message says why it could not be measured: that is a measurement of phase
   * Error, which Argo tries again. Rejects with the signal's reason when that is aborted, and leaves nothing running
   * and nothing in the cluster that the next release would trip over.
   */
  measure(spec: Spec, scene: Scene, signal: AbortSignal, progress: (shown: Shown) => void): Promise<Measured>;
}
