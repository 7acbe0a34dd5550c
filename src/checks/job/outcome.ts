import type { RawCondition } from '../../diagnose/raw.ts';
import { type Diagnosis } from '../../diagnose/finding.ts';
import { inSentence } from '../../diagnose/words.ts';
import { KubeError } from '../../kube/kube-error.ts';
import { jobs, type KubeObject } from '../../kube/resources.ts';
import { formatDuration } from '../../support/duration.ts';
import { whyUnstarted } from './pods.ts';
import { type Following, partOf, statesOf } from '../in-cluster/states.ts';

/** A Job as far as this action reads it. */
export interface RawJob extends KubeObject {
  readonly spec?: {
    readonly activeDeadlineSeconds?: number;
    readonly selector?: { readonly matchLabels?: Readonly<Record<string, string>> };
  };
  readonly status?: { readonly conditions?: readonly RawCondition[] };
}

/** How a Job ended. */
export interface JobOutcome {
  readonly verdict: 'Successful' | 'Failed';
  /** Why it failed, in the words of its controller; empty otherwise. */
  readonly message: string;
}

/**
 * What a Job will have come to when its last pod is gone; Kubernetes since 1.31 tells it before it ends those that run,
 * so that their log can still be read: https://kubernetes.io/docs/concepts/workloads/controllers/job/
 */
const succeeded: readonly string[] = ['Complete', 'SuccessCriteriaMet'];
const failed: readonly string[] = ['Failed', 'FailureTarget'];

/** What the conditions say; undefined while it is under way. Pure. */
export function judgeJob({ status }: RawJob): JobOutcome | undefined {
  const conditions = (status?.conditions ?? []).filter((condition) => condition.status === 'True');
  if (conditions.some(({ type }) => succeeded.includes(type))) return { verdict: 'Successful', message: '' };
  const failure = conditions.find(({ type }) => failed.includes(type));
  if (failure === undefined) return undefined;
  const words = [failure.reason, failure.message].filter((word) => word !== undefined && word !== '');
  return { verdict: 'Failed', message: inSentence(words.join(': ')) };
}

/** Milliseconds after its own deadline until nobody waits for a Job any more: it may be suspended, its controller away. */
const deadlineGrace = 60_000;
/** Between two looks at the pods: at first, and at most. */
const [soonest, latest] = [1_000, 15_000];
/** How long a pod may be kept from its start before the Job is given up: what waiting may mend, and what it will not. */
const graces = { final: 10_000, node: 300_000, other: 60_000 } as const;
/** A node may be on its way, or a volume be let go by another pod. */
const ofNode: readonly Diagnosis['cause'][] = ['unschedulable', 'scheduling-gated', 'volume'];

/**
 * Waits for the end of a Job. Throws Error when there will be none: a pod cannot start, time is up, somebody deleted
 * the Job. Throws KubeError, and the signal's reason.
 */
export async function outcomeOf(made: RawJob, { signal, ...following }: Following): Promise<JobOutcome> {
  const part = partOf(signal);
  const own: Following = { ...following, signal: part.signal };
  try {
    return await Promise.race([ended(made, own), stuck(made, own), late(made, own)]);
  } finally {
    part.end();
  }
}

async function ended(made: RawJob, following: Following): Promise<JobOutcome> {
  const states = statesOf(jobs, made, following);
  for (;;) {
    const outcome = judgeJob((await states.next()).value);
    if (outcome !== undefined) return outcome;
  }
}

async function late({ metadata, spec }: RawJob, { clock, signal }: Following): Promise<never> {
  const bound = (spec?.activeDeadlineSeconds ?? 0) * 1000 + deadlineGrace;
  await clock.sleep(bound, signal);
  throw new Error(
    `The Job ${metadata.name} did not end in ${formatDuration(bound)}; its activeDeadlineSeconds did not end it either: it may be suspended.`,
  );
}

/** Looks at the pods now and then; throws when one cannot start for longer than its grace. */
async function stuck(job: RawJob, { client, clock, signal }: Following): Promise<never> {
  const began = clock.now();
  let since: { readonly cause: Diagnosis['cause']; readonly at: number } | undefined;
  for (;;) {
    await clock.sleep(Math.min(latest, Math.max(soonest, (clock.now() - began) / 4)), signal);
    const now = clock.now();
    const why = await unlessUnread(whyUnstarted(client, job, signal, now));
    signal.throwIfAborted();
    if (why === undefined) since = undefined;
    else if (since?.cause !== why.cause) since = { cause: why.cause, at: now };
    if (why === undefined || since === undefined || now - since.at < graceOf(why)) continue;
    const { problem, advice } = why;
    throw new Error(`The Job ${job.metadata.name} cannot start: ${problem}. ${advice}`);
  }
}

function graceOf({ final, cause }: Diagnosis): number {
  if (final) return graces.final;
  return ofNode.includes(cause) ? graces.node : graces.other;
}

/** Without a right to see pods, or for a moment without the server, nobody knows: the Job's deadline counts. */
async function unlessUnread<T>(reading: Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof KubeError) return undefined;
    throw error;
  }
}
