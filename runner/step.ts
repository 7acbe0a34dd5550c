import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');

/** The built action: what a runner starts with Node 24. */
export const bundle = join(root, 'dist', 'index.js');

/** The entry of its post step. */
export const postBundle = join(root, 'dist', 'post.js');

/** The `with:` block of a step. */
export type With = Readonly<Record<string, string>>;

/** What a runner prepares for one step, and reads after it. */
export interface Step {
  /** A folder of its own: the working directory and HOME. */
  readonly folder: string;
  /** The step's whole environment: inputs with the defaults of action.yml, and the files to write to. */
  readonly env: NodeJS.ProcessEnv;
  /** What the step wrote as its outputs. */
  outputs(): Readonly<Record<string, string>>;
  /** What the step wrote as its summary, Markdown. */
  summary(): string;
  /** The file that the output `report` names, as JSON; undefined when there is none. */
  report(): unknown;
  /** What the step saved for its post step. */
  state(): Readonly<Record<string, string>>;
  /** Removes the folder. */
  remove(): void;
}

/**
 * Prepares a step as GitHub's runner does: INPUT_ variables and a file for each of outputs, summary and state. A post
 * step is given what its main step saved as STATE_ variables.
 */
export function prepareStep(
  inputs: With,
  parent: string = tmpdir(),
  saved: Readonly<Record<string, string>> = {},
): Step {
  const folder = mkdtempSync(join(parent, 'step-'));
  const [output = '', summary = '', state = ''] = ['output', 'summary', 'state'].map((name) =>
    join(folder, name),
  );
  for (const file of [output, summary, state]) writeFileSync(file, '');
  const temp = join(folder, 'temp');
  mkdirSync(temp);
  const outputs = (): Readonly<Record<string, string>> => readValues(readFileSync(output, 'utf8'));
  return {
    folder,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_STATE: state,
      RUNNER_TEMP: temp,
      ...inputVariables(inputs),
      ...Object.fromEntries(Object.entries(saved).map(([name, value]) => [`STATE_${name}`, value])),
    },
    outputs,
    summary: () => readFileSync(summary, 'utf8'),
    report: () => readReport(outputs()['report']),
    state: () => readValues(readFileSync(state, 'utf8')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function readReport(file = ''): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function inputVariables(inputs: With): NodeJS.ProcessEnv {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  };
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, evaluated(input.default)]);
  const all = { ...(Object.fromEntries(defaults) as With), ...inputs };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}

/** There is no GitHub here that could fill in an expression. */
function evaluated(standard = ''): string {
  return standard.startsWith('${{') ? '' : standard;
}

/** A file of values as GITHUB_OUTPUT names it: `name<<delimiter`, the value's lines, `delimiter`; the last one counts. */
function readValues(text: string): Readonly<Record<string, string>> {
  const values = text.matchAll(/^(?<name>[^\n]+?)<<(?<delimiter>.+)\n(?<value>[\s\S]*?)\n\k<delimiter>$/gm);
  return Object.fromEntries(
    [...values].map(({ groups }) => [groups?.['name'] ?? '', groups?.['value'] ?? '']),
  );
}
