import { ActionableError } from '../errors.ts';
import { type AccessRule, ruleFor } from '../kube/access.ts';
import type { KubeClient } from '../kube/client.ts';
import { KubeError } from '../kube/kube-error.ts';
import { events, jobs, pods } from '../kube/resources.ts';
import { type JobOutcome, outcomeOf, type RawJob } from './job/outcome.ts';
import { lastContainer, type LastContainer, logTail, podsOf } from './job/pods.ts';
import { type JobCheck, parseJob } from './job/spec.ts';
import { cleanUp, madeMetadata, makeOnce } from './in-cluster/made.ts';
import type { Measured, Provider, Scene, Shown } from './provider.ts';
import { redacted } from './in-cluster/redacted-errors.ts';

/** Seconds after which a Job without activeDeadlineSeconds is ended, so that none runs for ever. */
const deadline = 3_600;
/** Seconds that a failed Job is left for people to look at, unless ttlSecondsAfterFinished says otherwise. */
const retention = 600;

/** A Job in the cluster that succeeds or fails: `provider.job` of an AnalysisTemplate. */
export const job: Provider<JobCheck> = {
  conditions: false,
  parse: parseJob,
  access: (_, namespace) => jobAccess(namespace),

  async verify({ metadata, spec }, { client, namespace, redact }, signal) {
    const body = { metadata: { ...metadata, generateName: 'check-' }, spec };
    const options = { dryRun: true, repeatable: true, fieldValidation: 'Strict', signal } as const;
    try {
      await client.create(jobs, namespace, body, options);
    } catch (error) {
      if (knowsNoDryRun(error)) return;
      const said = refusalOf(error);
      if (said === undefined) throw error;
      throw new ActionableError(
        {
          what: `The server would not take the Job of a check: "${redact(said)}".`,
          next: 'correct provider.job; nothing was changed.',
          reason: 'bad-input',
        },
        { cause: error },
      );
    }
  },

  measure: (check, scene, signal, progress) =>
    redacted(scene.redact, signal, () => measureJob(check, scene, signal, progress)),
};

async function measureJob(
  check: JobCheck,
  scene: Scene,
  signal: AbortSignal,
  progress: (shown: Shown) => void,
): Promise<Measured> {
  const { client, clock, namespace } = scene;
  const body = bodyOf(check, scene);
  const { name } = body.metadata;
  const job = { name, namespace };
  let keep = false;
  try {
    const made = await makeOnce(client, jobs, namespace, body, signal);
    progress({ job });
    const outcome = await outcomeOf(made, { client, clock, signal });
    const told = await describe(made, outcome, scene, signal);
    // A failed Job is left for its retention, and so is every one whose retention is written down.
    keep = outcome.verdict === 'Failed' || check.spec.ttlSecondsAfterFinished !== undefined;
    return { kind: 'verdict', verdict: outcome.verdict, value: '', job, ...told };
  } finally {
    if (!keep) await cleanUp((late) => remove(client, job, late));
  }
}

/** Not in the foreground: the Job would stay until its pods are gone. */
function remove(
  client: KubeClient,
  { name, namespace }: { readonly name: string; readonly namespace: string },
  signal: AbortSignal,
): Promise<void> {
  const options = { repeatable: true, propagationPolicy: 'Background', signal } as const;
  return client.delete({ resource: jobs, namespace, name }, options);
}

function jobAccess(namespace: string): readonly AccessRule[] {
  const optional = (rule: AccessRule): AccessRule => ({ ...rule, optional: true });
  return [
    ruleFor('create', jobs, { namespace }, 'run the Job of a check'),
    ruleFor('get', jobs, { namespace }, 'see how the Job of a check ended'),
    ruleFor('delete', jobs, { namespace }, 'remove the Job of a check'),
    optional(ruleFor('watch', jobs, { namespace }, 'see at once how the Job of a check ended (optional)')),
    optional(ruleFor('list', pods, { namespace }, 'tell why the Job of a check does not start (optional)')),
    optional(ruleFor('list', events, { namespace }, 'tell why the Job of a check does not start (optional)')),
    optional(
      ruleFor(
        'get',
        pods,
        { namespace, subresource: 'log' },
        'show the log of the Job of a check (optional)',
      ),
    ),
  ];
}

/** Admission webhooks with side effects refuse every dry run: k8s.io/apiserver, plugin/webhook/errors/statuserror.go. */
function knowsNoDryRun(error: unknown): boolean {
  return error instanceof KubeError && /does not support dry run/.test(error.serverMessage);
}

/** What the server says against an object; undefined for any other failure. */
function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof KubeError) || !['invalid', 'refused', 'forbidden'].includes(error.kind))
    return undefined;
  return error.serverMessage;
}

function bodyOf({ metadata, spec }: JobCheck, scene: Scene) {
  const ours = madeMetadata(scene, spec.template.spec.containers[0]?.name ?? 'job');
  return {
    metadata: { ...metadata, ...ours, labels: { ...metadata.labels, ...ours.labels } },
    spec: { activeDeadlineSeconds: deadline, ttlSecondsAfterFinished: retention, ...spec },
  };
}

/** What people see of a Job that has ended; where that is forbidden, one that failed says what it lacks. */
async function describe(
  made: RawJob,
  { verdict, message }: JobOutcome,
  { client, redact }: Scene,
  signal: AbortSignal,
): Promise<{ readonly message: string; readonly log?: readonly string[] }> {
  const said = [message];
  try {
    const last = lastContainer(await podsOf(client, made, signal));
    if (last !== undefined) {
      said.push(describeEnd(last));
      const log = await logTail(client, last, redact, signal);
      return { message: sentence(said, redact), ...(log.length > 0 && { log }) };
    }
  } catch (error) {
    if (!(error instanceof KubeError)) throw error;
    const { verb, resource, subresource, kind } = error;
    const what = [resource.plural, subresource].filter((part) => part !== undefined).join('/');
    if (kind === 'forbidden' && verdict === 'Failed')
      said.push(`its log is not shown: this needs the permission to ${verb} ${what}`);
  }
  return { message: sentence(said, redact) };
}

function sentence(said: readonly string[], redact: Scene['redact']): string {
  return redact(said.filter((words) => words !== '').join('; '));
}

/** Nothing of a container that did its work. */
function describeEnd({ name, end }: LastContainer): string {
  if (end?.exitCode === undefined || end.exitCode === 0) return '';
  const reason = end.reason === undefined || end.reason === 'Error' ? '' : ` (${end.reason})`;
  return `container ${name} ended with exit code ${String(end.exitCode)}${reason}`;
}
