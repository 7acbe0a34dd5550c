import type { InputMistake } from '../../errors.ts';
import type { Environment } from '../../inputs.ts';
import type { ArgSource } from '../check.ts';

/** The args of the input `args`, with the line of each. */
export interface GivenArgs {
  readonly sources: ReadonlyMap<string, ArgSource>;
  readonly lines: ReadonlyMap<string, number>;
  readonly mistakes: readonly InputMistake[];
}

/** Reads `name=value` lines. A value is text as it stands; `$NAME` as a whole takes the environment variable. Pure. */
export function readArgsInput(given: string, env: Environment): GivenArgs {
  const sources = new Map<string, ArgSource>();
  const lines = new Map<string, number>();
  const mistakes: InputMistake[] = [];
  for (const [index, text] of given.split('\n').entries()) {
    if (text.trim() === '') continue;
    const [, name, value] = /^\s*([\w.-]+)=(.*?)\s*$/.exec(text) ?? [];
    // The value may be a secret: the line is never shown.
    const complain = (what: string, next: string): void => {
      mistakes.push(argMistake(index + 1, what, next));
    };
    if (name === undefined || value === undefined) {
      complain('no arg', 'allowed: name=value, one a line, without spaces around the name');
      continue;
    }
    if (sources.has(name)) complain(`${name} is given twice`, 'keep one of them');
    const source = sourceOf(value);
    if (source.kind === 'env' && (env[source.variable] ?? '') === '') {
      const [what, next] = describeUnset(source.variable);
      complain(`${name} ${what}`, next);
    }
    sources.set(name, source);
    lines.set(name, index + 1);
  }
  return { sources, lines, mistakes };
}

/** A mistake in a line of the input `args`. */
export function argMistake(line: number, what: string, next: string): InputMistake {
  return { input: 'args', given: '', allowed: '', found: `line ${String(line)}: ${what}`, next };
}

/** What is wrong with a variable that is not there, or has no value, and what to do. */
export function describeUnset(variable: string): [string, string] {
  return [
    `takes the environment variable ${variable}, which is not set or empty`,
    `set it in the env: of the step, such as ${variable}: \${{ secrets.${variable} }}`,
  ];
}

function sourceOf(value: string): ArgSource {
  const variable = /^\$(?:(\w+)|\{(\w+)\})$/.exec(value);
  const name = variable?.[1] ?? variable?.[2];
  if (name === undefined || /^\d/.test(name)) return { kind: 'value', value };
  return { kind: 'env', variable: name, hidden: isSecret(name) };
}

/** The runner's own variables are no secrets, but for its token; any other may be one. */
function isSecret(variable: string): boolean {
  return variable === 'GITHUB_TOKEN' || !/^(GITHUB|RUNNER)_/.test(variable);
}
