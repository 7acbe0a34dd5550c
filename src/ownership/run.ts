import type { ObjectMeta } from '../kube/resources.ts';
import type { NamedRun } from './describe-change.ts';

/** The workflow run that last set something on an object, from the annotations that it left. */
export interface Run extends NamedRun {
  /** The `operation` input of the step. */
  readonly operation?: string;
}

const keys = {
  run: 'rollout-conductor/run',
  commit: 'rollout-conductor/commit',
  actor: 'rollout-conductor/actor',
  operation: 'rollout-conductor/operation',
} as const satisfies Record<keyof Run, string>;

/**
 * The annotations that a write of this run leaves on the object, never on its pod template; undefined outside
 * of GitHub Actions. Pure.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export function runAnnotations(
  env: NodeJS.ProcessEnv,
  operation: string,
): Readonly<Record<string, string>> | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
  if (!server || !repository || !id) return undefined;
  const attempt = env['GITHUB_RUN_ATTEMPT'] ? `/attempts/${env['GITHUB_RUN_ATTEMPT']}` : '';
  return {
    [keys.run]: `${server}/${repository}/actions/runs/${id}${attempt}`,
    ...(env['GITHUB_SHA'] ? { [keys.commit]: env['GITHUB_SHA'] } : {}),
    ...(env['GITHUB_ACTOR'] ? { [keys.actor]: env['GITHUB_ACTOR'] } : {}),
    [keys.operation]: operation,
  };
}

/**
 * The run that the annotations name; undefined without one. Anybody may write annotations, so what is no URL
 * and no SHA is left out. Pure.
 */
export function readRun({ annotations = {} }: ObjectMeta): Run | undefined {
  const {
    [keys.run]: run,
    [keys.commit]: commit,
    [keys.actor]: actor,
    [keys.operation]: operation,
  } = annotations;
  if (run === undefined || !/^https?:\/\/[^\s]+$/.test(run)) return undefined;
  return {
    run,
    ...(commit !== undefined && /^[0-9a-f]{7,64}$/.test(commit) ? { commit } : {}),
    ...(actor ? { actor } : {}),
    ...(operation ? { operation } : {}),
  };
}
