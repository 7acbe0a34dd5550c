import type { Environment } from '../../inputs.ts';
import { argVariable } from './arg-variable.ts';

/**
 * What this action has and a step with `run:` has not: its inputs (kubeconfig, tokens), what it saved for its post
 * step, and the tokens for the runner's own services. https://github.com/actions/runner gives the ID token's to
 * `run:` too, so that one stays.
 *
 * The command files (`$GITHUB_OUTPUT` and the like) are those of this step: a measurement would write its outputs.
 */
const withheld =
  /^(?:INPUT_|STATE_|ACTIONS_(?:RUNTIME|CACHE|RESULTS)_|GITHUB_(?:OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$)/i;

/**
 * The environment of a command: that of a step with `run:` in the same place, the args as `ARG_NAME`, and what the
 * check says. Throws Error for a value that no variable can hold. Pure.
 */
export function commandEnv(
  step: Environment,
  args: ReadonlyMap<string, string>,
  own: Readonly<Record<string, string>>,
): Record<string, string> {
  const inherited = Object.entries(step).filter(
    ([name, value]) => value !== undefined && !withheld.test(name),
  );
  const given = [...args].map(([name, value]): [string, string] => {
    if (value.includes('\0')) throw new Error(`the arg ${name} holds a null byte, which no variable can`);
    return [argVariable(name), value];
  });
  return {
    ...(Object.fromEntries(inherited) as Record<string, string>),
    ...Object.fromEntries(given),
    ...own,
  };
}

/** Two args that would be one variable, such as `pod-hash` and `pod_hash`; undefined where all differ. Pure. */
export function sameVariable(args: Iterable<string>): readonly [string, string] | undefined {
  const seen = new Map<string, string>();
  for (const name of args) {
    const other = seen.get(argVariable(name));
    if (other !== undefined) return [other, name];
    seen.set(argVariable(name), name);
  }
  return undefined;
}
