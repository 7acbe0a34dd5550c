import { creationFinding, missingPods } from './creation.ts';
import type { RawEvidence } from './evidence.ts';
import { type Diagnosis, type Finding, type LogWish, causes } from './finding.ts';
import { isOver, isReady, podFindings } from './pod.ts';
import type { RawEvent, RawPod } from './raw.ts';
import { oneLine, plural } from './words.ts';

/** Lines of evidence of one diagnosis. */
const EVIDENCE_LINES = 10;

/** A pod and one thing that is wrong with it. */
export interface PodFinding {
  readonly pod: RawPod;
  readonly finding: Finding;
}

/**
 * What is wrong with the pods of a revision: one diagnosis for each cause and container, the worst first (what
 * waiting does not mend, then what most pods have). Empty: nothing, or nothing yet. Pure.
 */
export function diagnose(evidence: RawEvidence): readonly Diagnosis[] {
  const creation = creationFinding(evidence);
  const missing = counts(evidence, missingPods(evidence));
  const groups = Map.groupBy(findings(evidence), ({ finding }) => groupOf(finding));
  return [
    ...(creation === undefined ? [] : [tell(creation, missing, whoOf(missing), '')]),
    ...[...groups.values()].map((group) => tellGroup(evidence, group)),
  ].toSorted(worstFirst);
}

/** What belongs into one diagnosis. */
function groupOf({ cause, container }: Finding): string {
  return `${cause} ${container ?? ''}`;
}

/**
 * The pods that are counted: those being deleted are on their way out, and those that are over have been replaced,
 * so that they only matter while the revision lacks ready pods.
 */
export function countedPods({ pods = [], replicaSet }: RawEvidence): readonly RawPod[] {
  const there = pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  const ready = there.filter(isReady).length;
  const wanted = replicaSet?.spec?.replicas ?? there.filter((pod) => !isOver(pod)).length;
  const complete = ready >= Math.max(1, wanted);
  return there.filter((pod) => !(complete && isOver(pod)));
}

/** Every finding, pod by pod. A pod whose events were not read is judged by those of one in the same state. */
function findings(evidence: RawEvidence): readonly PodFinding[] {
  const { events, logs, now } = evidence;
  const pods = countedPods(evidence);
  const asked = new Map(
    pods
      .filter(({ metadata }) => events.has(metadata.uid))
      .map((pod) => [stateOf(pod, now), events.get(pod.metadata.uid) ?? []]),
  );
  const eventsOf = (pod: RawPod): readonly RawEvent[] =>
    events.get(pod.metadata.uid) ?? asked.get(stateOf(pod, now)) ?? [];
  return pods.flatMap((pod) =>
    podFindings(pod, eventsOf(pod), logs, now).map((finding): PodFinding => ({ pod, finding })),
  );
}

/** What a pod's status alone tells: pods alike in this are taken to have the same trouble. */
export function stateOf(pod: RawPod, now: number): string {
  if (isReady(pod)) return 'ready';
  const found = podFindings(pod, [], [], now);
  return found.length === 0 ? `starting ${pod.spec?.nodeName ?? ''}` : found.map(groupOf).join(', ');
}

/** The logs that would tell more, at most one for each diagnosis. */
export function wantedLogs(
  evidence: RawEvidence,
): readonly { readonly pod: RawPod; readonly wish: LogWish }[] {
  const groups = Map.groupBy(findings(evidence), ({ finding }) => groupOf(finding));
  return [...groups.values()].flatMap((group) =>
    group
      .flatMap(({ pod, finding }) => (finding.log === undefined ? [] : [{ pod, wish: finding.log }]))
      .slice(0, 1),
  );
}

function tellGroup(evidence: RawEvidence, group: readonly PodFinding[]): Diagnosis {
  // The pod that was asked about its events and log tells more than the others.
  const [told] = group.toSorted((one, other) => other.finding.evidence.length - one.finding.evidence.length);
  if (told === undefined) throw new Error('A group of findings has at least one.');
  const final = group.every(({ finding }) => finding.final);
  const pods = counts(evidence, group.length);
  // Others are in the place of pods that are over, which are therefore no part of the whole.
  const who = isOver(told.pod) ? plural(group.length, 'pod') : whoOf(pods);
  return tell({ ...told.finding, final }, pods, who, onOneNode(evidence, group));
}

function tell(finding: Finding, pods: Diagnosis['pods'], who: string, where: string): Diagnosis {
  return {
    problem: `${who} ${finding.what}${where}`,
    evidence: finding.evidence.slice(0, EVIDENCE_LINES),
    advice: finding.advice,
    cause: finding.cause,
    final: finding.final,
    pods,
  };
}

function counts({ replicaSet, pods }: RawEvidence, affected: number): Diagnosis['pods'] {
  const { replicas = 0 } = replicaSet?.spec ?? {};
  if (pods === undefined) {
    return { affected, ready: replicaSet?.status?.readyReplicas ?? 0, total: replicas };
  }
  const there = pods.filter((pod) => !isOver(pod) && pod.metadata.deletionTimestamp === undefined);
  return { affected, ready: there.filter(isReady).length, total: Math.max(replicas, there.length) };
}

function whoOf({ affected, total }: Diagnosis['pods']): string {
  if (total === 1) return 'The only pod';
  return affected === total ? `All ${String(total)} pods` : `${String(affected)} of ${String(total)} pods`;
}

/** If the pods are on several nodes and all of these on one, the node may be the trouble. */
function onOneNode({ pods = [] }: RawEvidence, group: readonly PodFinding[]): string {
  const nodes = nodesOf(pods);
  const [node, ...others] = nodesOf(group.map(({ pod }) => pod));
  if (node === undefined || others.length > 0 || nodes.length < 2) return '';
  return `; on node ${oneLine(node)} only, of ${String(nodes.length)} nodes with such pods`;
}

function nodesOf(pods: readonly RawPod[]): readonly string[] {
  return [...new Set(pods.flatMap(({ spec }) => spec?.nodeName ?? []))];
}

function worstFirst(one: Diagnosis, other: Diagnosis): number {
  const mild = ({ cause }: Diagnosis): number => Number(cause === 'starting');
  return (
    mild(one) - mild(other) ||
    Number(other.final) - Number(one.final) ||
    other.pods.affected - one.pods.affected ||
    causes.indexOf(one.cause) - causes.indexOf(other.cause)
  );
}
