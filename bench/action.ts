import { bundle, prepareStep, type With } from '../runner/step.ts';
import { type Program, type ProgramOptions, startProgram } from './program.ts';

export { bundle, type With } from '../runner/step.ts';

/**
 * Makes a starter of the built action as a runner starts it: a process in a folder of its own, INPUT_ variables with
 * the defaults of action.yml, files for outputs and summary. Everything but the start is done beforehand.
 */
export function prepareAction(
  folder: string,
  inputs: With,
  options: Pick<ProgramOptions, 'watchMemory'> = {},
): () => Program {
  const step = prepareStep(inputs, folder);
  return () => startProgram(process.execPath, [bundle], { env: step.env, folder: step.folder, ...options });
}
