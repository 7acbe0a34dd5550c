import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));

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
}

/** A step that is running. */
export interface RunningStep {
  readonly result: Promise<StepResult>;
  /** Resolves when the log has it; rejects with the whole log when the step ends without. */
  logged(pattern: RegExp): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/** The inputs of a `uses:` step, by name. */
export type With = Readonly<Record<string, string>>;

/**
 * Starts the built action as a runner does: a child process in a folder of its own, with the defaults of
 * action.yml as INPUT_ variables and files for outputs and summary. `env` replaces what the runner would add.
 */
export function startAction(inputs: With, env: NodeJS.ProcessEnv = {}): RunningStep {
  const folder = mkdtempSync(join(tmpdir(), 'step-'));
  const [outputFile, summaryFile] = [join(folder, 'output'), join(folder, 'summary')];
  for (const file of [outputFile, summaryFile]) writeFileSync(file, '');
  const child = spawn(process.execPath, [join(root, 'dist', 'index.js')], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: outputFile,
      GITHUB_STEP_SUMMARY: summaryFile,
      ...inputVariables(inputs),
      ...env,
    },
  });
  let log = '';
  let ended = false;
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
      for (const listener of listeners) listener();
      resolve({ code, log, outputs: readOutputs(outputFile), summary: readFileSync(summaryFile, 'utf8') });
      rmSync(folder, { recursive: true });
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
  };
}

/** Runs the built action to its end. */
export function runAction(inputs: With, env?: NodeJS.ProcessEnv): Promise<StepResult> {
  return startAction(inputs, env).result;
}

function inputVariables(inputs: With): NodeJS.ProcessEnv {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  };
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? '']);
  const all = { ...(Object.fromEntries(defaults) as With), ...inputs };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}

/** The file that GITHUB_OUTPUT names: `name<<delimiter`, the value's lines, `delimiter`. */
function readOutputs(file: string): Readonly<Record<string, string>> {
  const text = readFileSync(file, 'utf8');
  const outputs = text.matchAll(/^(?<name>[^\n]+?)<<(?<delimiter>.+)\n(?<value>[\s\S]*?)\n\k<delimiter>$/gm);
  return Object.fromEntries(
    [...outputs].map(({ groups }) => [groups?.['name'] ?? '', groups?.['value'] ?? '']),
  );
}
