import { diagnose } from '../../diagnose/diagnose.ts';
import { containersOf } from '../../diagnose/container.ts';
import { type Cause, type Diagnosis, standstills } from '../../diagnose/finding.ts';
import { isOver } from '../../diagnose/pod.ts';
import type { RawEvent, RawPod, RawTerminated } from '../../diagnose/raw.ts';
import { oneLine } from '../../diagnose/words.ts';
import type { KubeClient } from '../../kube/client.ts';
import { KubeError } from '../../kube/kube-error.ts';
import { events, pods } from '../../kube/resources.ts';
import { limited } from '../../kube/time-limit.ts';
import type { RawJob } from './outcome.ts';

/** Lines of a log that people see. */
const logLines = 20;
/** Bytes of a log that are read: 20 lines of 3 kB. */
const logBytes = 65_536;
/** A node that does not hand out a log soon holds up nothing. */
const logTimeout = 3_000;
/** Pods whose events are read: what keeps one from its start keeps the others too. */
const podsAsked = 3;

/** Causes for which a pod of a Job never comes to run, so that not even the Job's own limits count anything. */
const unstarted: ReadonlySet<Cause> = new Set<Cause>([
  'quota',
  'admission',
  'unschedulable',
  'scheduling-gated',
  ...standstills,
]);

/** Reads the pods of a Job. Throws KubeError, and the signal's reason. */
export async function podsOf(
  client: KubeClient,
  job: RawJob,
  signal: AbortSignal,
): Promise<readonly RawPod[]> {
  const { namespace } = job.metadata;
  const labels = Object.entries(job.spec?.selector?.matchLabels ?? {});
  const labelSelector = labels.map(([key, value]) => `${key}=${value}`).join(',');
  const { items } = await client.list(pods, { namespace, labelSelector, signal });
  return items.filter(({ metadata }) =>
    metadata.ownerReferences?.some(({ uid }) => uid === job.metadata.uid),
  );
}

/** What keeps the pods of a Job from starting; undefined where nothing is known to. Throws as {@link podsOf}. */
export async function whyUnstarted(
  client: KubeClient,
  job: RawJob,
  signal: AbortSignal,
  now: number,
): Promise<Diagnosis | undefined> {
  const all = await podsOf(client, job, signal);
  const waiting = all.filter((pod) => !isOver(pod) && pod.status?.phase === 'Pending');
  const asked = waiting.slice(0, podsAsked).map(({ metadata }) => metadata.uid);
  // Pods that may not be created leave nothing but events of the Job, as they do with a ReplicaSet.
  const uids = all.length === 0 ? [job.metadata.uid] : asked;
  const heard = await Promise.all(
    uids.map(async (uid): Promise<[string, readonly RawEvent[]]> => [
      uid,
      await eventsOf(client, job.metadata.namespace, uid, signal),
    ]),
  );
  const owner = { ...job, spec: { replicas: 1 }, status: {} };
  const evidence = { now, pods: waiting, events: new Map(heard), logs: [], notices: [] };
  return diagnose({ ...evidence, ...(all.length === 0 && { replicaSet: owner }) }).find(({ cause }) =>
    unstarted.has(cause),
  );
}

async function eventsOf(
  client: KubeClient,
  namespace: string | undefined,
  uid: string,
  signal: AbortSignal,
): Promise<readonly RawEvent[]> {
  try {
    const fieldSelector = `involvedObject.uid=${uid}`;
    return (await client.list(events, { namespace, fieldSelector, signal })).items;
  } catch (error) {
    if (error instanceof KubeError && error.kind === 'forbidden') return [];
    throw error;
  }
}

/** The container that tells most about how a Job ended. */
export interface LastContainer {
  readonly pod: RawPod;
  readonly name: string;
  /** How it ended; absent while it runs. */
  readonly end?: RawTerminated;
}

/** Of the newest pod the container that failed, else its first. Pure. */
export function lastContainer(all: readonly RawPod[]): LastContainer | undefined {
  const born = ({ metadata }: RawPod): number => Date.parse(metadata.creationTimestamp ?? '') || 0;
  const failed = all.filter(({ status }) => status?.phase === 'Failed');
  const [pod] = (failed.length > 0 ? failed : all).toSorted((one, other) => born(other) - born(one));
  if (pod === undefined) return undefined;
  const ends = containersOf(pod, [], [], 0).map(({ status }) => ({
    name: status.name,
    end: status.state?.terminated ?? status.lastState?.terminated,
  }));
  const bad = ends.find(({ end }) => end?.exitCode !== undefined && end.exitCode !== 0);
  const name = bad?.name ?? pod.spec?.containers?.[0]?.name;
  if (name === undefined) return undefined;
  const end = ends.find((one) => one.name === name)?.end;
  return { pod, name, ...(end !== undefined && { end }) };
}

/**
 * The last lines of a container's log, plain and cut to size; none where it cannot be had for now: nothing hangs on it.
 * Throws KubeError where reading it is forbidden, and the signal's reason.
 */
export async function logTail(
  client: KubeClient,
  { pod: { metadata }, name }: LastContainer,
  redact: (text: string) => string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const limit = limited(logTimeout, signal);
  const ref = { resource: pods, namespace: metadata.namespace ?? '', name: metadata.name };
  const bounds = { tailLines: logLines, limitBytes: logBytes, retry: false, signal: limit.signal } as const;
  try {
    const text = await client.logs(ref, { container: name, ...bounds });
    // Before a line is cut: half a secret is not found any more.
    const lines = redact(text)
      .split('\n')
      .map((line) => oneLine(line));
    return lines.filter((line) => line !== '').slice(-logLines);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof KubeError && error.kind === 'forbidden') throw error;
    return [];
  } finally {
    limit.clear();
  }
}
