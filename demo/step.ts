import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { bundle, prepareStep, type With } from '../runner/step.ts';

/** Where a step runs. */
export interface Runner {
  /** The folder in which each step makes one of its own. */
  readonly folder: string;
  /** Gets each line of the log as GitHub would show it. */
  readonly hear: (line: string) => void;
  /** Ends the step at once. */
  readonly signal: AbortSignal;
}

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
  const step = prepareStep(inputs, runner.folder);
  try {
    const child = spawn(process.execPath, [bundle], {
      cwd: step.folder,
      env: step.env,
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
    return { succeeded: code === 0, outputs: step.outputs(), summary: step.summary(), log };
  } finally {
    step.remove();
  }
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
