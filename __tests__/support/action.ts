import { spawn } from 'node:child_process';
import { bundle, postBundle, prepareStep, type Step, type With } from '../../runner/step.ts';
import { leakIn } from './leaks.ts';
import { secretsOf } from './step-secrets.ts';

export type { With } from '../../runner/step.ts';

/** How a step ended, as the next steps of a job see it. */
export interface StepResult {
  /** Exit code of the action; null when a signal killed it. */
  readonly code: number | null;
  /** Everything it printed. */
  readonly log: string;
  /** Its outputs by name. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Its job summary, Markdown. */
  readonly summary: string;
  /** Its report, as the file has it that its outputs name; undefined without one. */
  readonly report: unknown;
  /** What it saved for its post step. */
  readonly state: Readonly<Record<string, string>>;
}

/** A step that is running. */
export interface RunningStep {
  /** Rejects where the step has shown a secret that it was given, or that the test keeps. */
  readonly result: Promise<StepResult>;
  /** Resolves when the log has it; rejects with the whole log when the step ends without. */
  logged(pattern: RegExp): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** Ends it as a runner does when the job is cancelled: SIGINT, SIGTERM 7.5 s later, SIGKILL after 2.5 s more. */
  cancel(): void;
}

/** How long a runner waits after SIGINT, and then after SIGTERM, in milliseconds. */
export const runnerPatience = { interrupt: 7_500, terminate: 2_500 } as const;

/**
 * Starts the built action as a runner does: a child process in a folder of its own, with the defaults of
 * action.yml as INPUT_ variables and files for outputs and summary. `env` replaces what the runner would add.
 */
export function startAction(inputs: With, env: NodeJS.ProcessEnv = {}): RunningStep {
  return start(bundle, prepareStep(inputs), env);
}

/** Runs the post step of a step that has ended, with the same inputs, to its end. */
export function runPost(inputs: With, main: StepResult, env: NodeJS.ProcessEnv = {}): Promise<StepResult> {
  return start(postBundle, prepareStep(inputs, undefined, main.state), env).result;
}

function start(program: string, step: Step, env: NodeJS.ProcessEnv): RunningStep {
  const whole = { ...step.env, ...env };
  const secrets = secretsOf(whole, step.folder);
  const child = spawn(process.execPath, [program], { cwd: step.folder, env: whole });
  let log = '';
  let ended = false;
  const timers: NodeJS.Timeout[] = [];
  const killAfter = (signal: NodeJS.Signals, delay: number): void =>
    void timers.push(setTimeout(() => child.kill(signal), delay));
  const listeners = new Set<() => void>();
  const hear = (chunk: string): void => {
    log += chunk;
    for (const listener of listeners) listener();
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
  const result = new Promise<StepResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      ended = true;
      timers.forEach(clearTimeout);
      for (const listener of listeners) listener();
      const [outputs, summary, report, state] = [step.outputs(), step.summary(), step.report(), step.state()];
      step.remove();
      const leak = leakIn({ log, outputs, summary, report: JSON.stringify(report ?? null), state }, secrets);
      if (leak === undefined) resolve({ code, log, outputs, summary, report, state });
      else reject(leak);
    });
  });
  return {
    result,
    logged: (pattern) =>
      new Promise<void>((resolve, reject) => {
        const look = (): void => {
          if (!pattern.test(log) && !ended) return;
          listeners.delete(look);
          if (pattern.test(log)) resolve();
          else reject(new Error(`The step ended without ${String(pattern)} in its log:\n${log}`));
        };
        listeners.add(look);
        look();
      }),
    kill: (signal) => void child.kill(signal),
    cancel: () => {
      const { interrupt, terminate } = runnerPatience;
      child.kill('SIGINT');
      killAfter('SIGTERM', interrupt);
      killAfter('SIGKILL', interrupt + terminate);
    },
  };
}

/** Runs the built action to its end. */
export function runAction(inputs: With, env?: NodeJS.ProcessEnv): Promise<StepResult> {
  return startAction(inputs, env).result;
}
