import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Program, type ProgramOptions, startProgram } from './program.ts';

const root = join(import.meta.dirname, '..');

/** The built action, one file. */
export const bundle = join(root, 'dist', 'index.js');

/** The inputs of a step, by name. */
export type With = Readonly<Record<string, string>>;

/**
 * Makes a starter of the built action as a runner starts it: a process in a folder of its own, INPUT_ variables with
 * the defaults of action.yml, files for outputs and summary. Everything but the start is done beforehand.
 */
export function prepareAction(
  folder: string,
  inputs: With,
  options: Pick<ProgramOptions, 'watchMemory'> = {},
): () => Program {
  const own = mkdtempSync(join(folder, 'step-'));
  const files = { GITHUB_OUTPUT: join(own, 'output'), GITHUB_STEP_SUMMARY: join(own, 'summary') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const env = { HOME: own, CI: 'true', GITHUB_ACTIONS: 'true', ...files, ...variablesOf(inputs) };
  return () => startProgram(process.execPath, [bundle], { env, folder: own, ...options });
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
