import type { Environment, InputName } from './inputs.ts';

/** The inputs that the step typed, or that action.yml gave it, by name. */
export function givenInput(env: Environment, input: InputName): string {
  return (env[`INPUT_${input.toUpperCase()}`] ?? '').trim();
}
