import type { KubeClient } from '../kube/client.ts';
import { KubeError } from '../kube/kube-error.ts';
import { events, pods, replicaSets } from '../kube/resources.ts';
import { limited } from '../kube/time-limit.ts';
import { type Clock, systemClock } from '../support/clock.ts';
import { missingPods } from './creation.ts';
import { diagnose, stateOf, countedPods, wantedLogs } from './diagnose.ts';
import type { RawEvidence, RawLog, RevisionPlace } from './evidence.ts';
import type { Diagnosis } from './finding.ts';
import { isReady } from './pod.ts';
import type { RawEvent, RawPod, RawReplicaSet } from './raw.ts';

/** Pods whose events are read. */
const PODS_ASKED = 5;
/** Logs that are read. */
const LOGS_READ = 3;
/** A node that does not hand out a log soon is asked again at the next diagnosis. */
const LOG_TIMEOUT_MS = 5_000;

/** What is wrong with the pods of a revision, and what could not be read. Throws as {@link readPods}. */
export async function diagnosePods(
  client: KubeClient,
  place: RevisionPlace,
  signal: AbortSignal,
  clock: Pick<Clock, 'now'> = systemClock,
): Promise<{ readonly diagnoses: readonly Diagnosis[]; readonly notices: readonly string[] }> {
  const evidence = await readPods(client, place, signal, clock);
  return { diagnoses: diagnose(evidence), notices: evidence.notices };
}

/**
 * Reads the pods of a revision and its ReplicaSet; where pods are not ready, also the events of at most five, and
 * where containers end, the log of at most three. What is forbidden is left out and named. Throws KubeError for any
 * other failure but that of a log, and the signal's reason.
 */
export async function readPods(
  client: KubeClient,
  place: RevisionPlace,
  signal: AbortSignal,
  clock: Pick<Clock, 'now'> = systemClock,
): Promise<RawEvidence> {
  const notices = new Set<string>();
  const [found, replicaSet] = await Promise.all([
    unlessForbidden(listPods(client, place, signal), 'pods', 'list pods', notices),
    unlessForbidden(getReplicaSet(client, place, signal), 'the ReplicaSet', 'get replicasets.apps', notices),
  ]);
  const first: RawEvidence = {
    now: clock.now(),
    ...(replicaSet === undefined ? {} : { replicaSet }),
    ...(found === undefined ? {} : { pods: found }),
    events: new Map(),
    logs: [],
    notices: [],
  };
  const uids = [
    ...podsToAsk(first).map(({ metadata }) => metadata.uid),
    ...(replicaSet !== undefined && missingPods(first) > 0 ? [replicaSet.metadata.uid] : []),
  ];
  const heard = await Promise.all(
    uids.map(async (uid): Promise<[string, readonly RawEvent[]]> => {
      const listed = listEvents(client, place.namespace, uid, signal);
      return [uid, (await unlessForbidden(listed, 'events', 'list events', notices)) ?? []];
    }),
  );
  const second: RawEvidence = { ...first, events: new Map(heard) };
  const logs = await Promise.all(
    wantedLogs(second)
      .slice(0, LOGS_READ)
      .map(({ pod, wish }) => readLog(client, pod, wish, signal, notices)),
  );
  return { ...second, logs: logs.filter((log) => log !== undefined), notices: [...notices] };
}

/** The pods in trouble, a few, so that each state in which they are has one before any has two. */
export function podsToAsk(evidence: RawEvidence): readonly RawPod[] {
  const troubled = countedPods(evidence).filter((pod) => !isReady(pod));
  const groups = [...Map.groupBy(troubled, (pod) => stateOf(pod, evidence.now)).values()];
  const rounds = Array.from({ length: PODS_ASKED }, (_, round) =>
    groups.flatMap((group) => group[round] ?? []),
  );
  return rounds.flat().slice(0, PODS_ASKED);
}

async function listPods(
  client: KubeClient,
  { namespace, labelSelector, replicaSet }: RevisionPlace,
  signal: AbortSignal,
): Promise<readonly RawPod[]> {
  const { items } = await client.list(pods, { namespace, labelSelector, signal });
  return (items as readonly RawPod[]).filter(({ metadata }) =>
    metadata.ownerReferences?.some(({ uid }) => uid === replicaSet.uid),
  );
}

async function getReplicaSet(
  client: KubeClient,
  { namespace, replicaSet }: RevisionPlace,
  signal: AbortSignal,
): Promise<RawReplicaSet | undefined> {
  try {
    const found = await client.get({ resource: replicaSets, namespace, name: replicaSet.name }, { signal });
    return found.metadata.uid === replicaSet.uid ? found : undefined;
  } catch (error) {
    if (error instanceof KubeError && error.kind === 'not-found') return undefined;
    throw error;
  }
}

async function listEvents(
  client: KubeClient,
  namespace: string,
  uid: string,
  signal: AbortSignal,
): Promise<readonly RawEvent[]> {
  const fieldSelector = `involvedObject.uid=${uid}`;
  return (await client.list(events, { namespace, fieldSelector, signal })).items;
}

/** A log is not there for many good reasons (the node is busy, the run's remains are gone), and nothing hangs on it. */
async function readLog(
  client: KubeClient,
  { metadata }: RawPod,
  { container, previous, exitCode }: { container: string; previous: boolean; exitCode: number | undefined },
  signal: AbortSignal,
  notices: Set<string>,
): Promise<RawLog | undefined> {
  const limit = limited(LOG_TIMEOUT_MS, signal);
  const ref = { resource: pods, namespace: metadata.namespace ?? '', name: metadata.name };
  const bounds = { tailLines: 20, limitBytes: 16_384, retry: false, signal: limit.signal } as const;
  try {
    const read = client.logs(ref, { container, previous, ...bounds });
    const text = await unlessForbidden(read, 'logs of crashed containers', 'get pods/log', notices);
    return text === undefined ? undefined : { pod: metadata.uid, container, exitCode, text };
  } catch {
    signal.throwIfAborted();
    return undefined;
  } finally {
    limit.clear();
  }
}

async function unlessForbidden<T>(
  reading: Promise<T>,
  what: string,
  permission: string,
  notices: Set<string>,
): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof KubeError) || error.kind !== 'forbidden') throw error;
    notices.add(`The diagnosis does without ${what}: this needs the permission to ${permission}.`);
    return undefined;
  }
}
