import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');

/** Where a step runs. */
export interface Runner {
  /** The folder in which each step makes one of its own. */
  readonly folder: string;
  /** Gets each line of the log as GitHub would show it. */
  readonly hear: (line: string) => void;
  /** Ends the step at once. */
  readonly signal: AbortSignal;
}

/** The `with:` block of a step. */
export type With = Readonly<Record<string, string>>;

/** How a step ended, as the next steps of its job see it. */
export interface StepResult {
  /** Whether the step is green. */
  readonly succeeded: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  /** The job summary, Markdown. */
  readonly summary: string;
  /** The log as GitHub shows it. */
  readonly log: readonly string[];
}

/**
 * Runs the built action as a runner does: a process of its own, inputs as INPUT_ variables with the defaults of
 * action.yml, and files for outputs and summary.
 */
export async function runStep(inputs: With, { hear, signal, ...runner }: Runner): Promise<StepResult> {
  const folder = mkdtempSync(join(runner.folder, 'step-'));
  const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  try {
    const child = spawn(process.execPath, [join(root, 'dist', 'index.js')], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        ...files,
        ...variablesOf(inputs),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
      signal,
      killSignal: 'SIGKILL',
    });
    const ended = once(child, 'close') as Promise<[code: number | null]>;
    const log: string[] = [];
    const reading = (async () => {
      for await (const line of createInterface({ input: child.stdout })) {
        const shown = asShown(line);
        if (shown === undefined) continue;
        log.push(shown);
        hear(shown);
      }
    })();
    const [[code]] = await Promise.all([ended, reading]);
    const outputs = readOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8'));
    const summary = readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8');
    return { succeeded: code === 0, outputs, summary, log };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function variablesOf(inputs: With): NodeJS.ProcessEnv {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  };
  const variables = Object.entries(action.inputs).map(([name, { default: standard = '' }]) => [
    `INPUT_${name.toUpperCase()}`,
    inputs[name] ?? standard,
  ]);
  return Object.fromEntries(variables) as NodeJS.ProcessEnv;
}

/** A line as GitHub shows it: workflow commands are obeyed, not printed; undefined for what is not shown. */
function asShown(line: string): string | undefined {
  const [, command, text = ''] = /^::([a-z-]+)[^:]*::(.*)$/.exec(line) ?? [];
  switch (command) {
    case undefined:
      return line;
    case 'group':
      return `▼ ${decode(text)}`;
    case 'notice':
    case 'warning':
    case 'error':
      return `${command[0]?.toUpperCase() ?? ''}${command.slice(1)}: ${decode(text)}`;
    default:
      return undefined;
  }
}

function decode(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

/** The file that GITHUB_OUTPUT names: `name<<delimiter`, the value's lines, `delimiter`. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const outputs = text.matchAll(/^(?<name>[^\n]+?)<<(?<delimiter>.+)\n(?<value>[\s\S]*?)\n\k<delimiter>$/gm);
  return Object.fromEntries(
    [...outputs].map(({ groups }) => [groups?.['name'] ?? '', groups?.['value'] ?? '']),
  );
}
