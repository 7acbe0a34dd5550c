import { formatDuration } from '../support/duration.ts';
import { type ContainerView, containersOf } from './container.ts';
import { crashFinding } from './crash.ts';
import { failedFinding, nodeFinding } from './lost.ts';
import type { RawLog } from './evidence.ts';
import type { Finding } from './finding.ts';
import { imageFinding } from './image.ts';
import type { RawEvent, RawPod } from './raw.ts';
import { sandboxFinding, volumeFinding } from './setup.ts';
import { configFinding, startFinding } from './start.ts';
import { unreadyFinding } from './unready.ts';
import { unscheduledFinding } from './unscheduled.ts';
import { oneLine, plural } from './words.ts';

/** Time for a node to prepare a pod (pull, volumes, network) before it counts as long. */
const PREPARE_MS = 30_000;

/** Whether the pod is ready, as its owner counts it. */
export function isReady({ status }: RawPod): boolean {
  return (status?.conditions ?? []).some(({ type, status: is }) => type === 'Ready' && is === 'True');
}

/** Whether the pod is over: its ReplicaSet has made another in its place. */
export function isOver({ status }: RawPod): boolean {
  return status?.phase === 'Failed' || status?.phase === 'Succeeded';
}

/** What may be wrong with a container, the most specific first: the first that is found counts. */
const containerRules: readonly ((view: ContainerView) => Finding | undefined)[] = [
  imageFinding,
  configFinding,
  startFinding,
  crashFinding,
  unreadyFinding,
];

/** What is wrong with one pod: of the whole pod, or one finding for each of its containers. Pure. */
export function podFindings(
  pod: RawPod,
  events: readonly RawEvent[],
  logs: readonly RawLog[],
  now: number,
): readonly Finding[] {
  const whole = isOver(pod) ? failedFinding(pod) : unscheduledFinding(pod, events);
  if (whole !== undefined) return [whole];
  const containers = containersOf(pod, events, logs, now);
  const found = containers
    .map((view) => first(containerRules, view))
    .filter((finding) => finding !== undefined);
  const certain = found.filter(({ cause }) => cause !== 'starting');
  if (certain.length > 0) return certain;
  if (isReady(pod)) return [];
  const around = nodeFinding(pod, events) ?? volumeFinding(pod, events) ?? sandboxFinding(pod, events);
  const mild = around ?? found[0] ?? preparingFinding(pod, containers, now);
  return mild === undefined ? [] : [mild];
}

function first(
  rules: readonly ((view: ContainerView) => Finding | undefined)[],
  view: ContainerView,
): Finding | undefined {
  for (const rule of rules) {
    const finding = rule(view);
    if (finding !== undefined) return finding;
  }
  return undefined;
}

/** A pod of which no more is known than that it takes long. */
function preparingFinding(
  pod: RawPod,
  containers: readonly ContainerView[],
  now: number,
): Finding | undefined {
  const age = now - Date.parse(pod.metadata.creationTimestamp ?? '');
  // One that runs has its own time from its start.
  const runs = containers.some(({ status }) => status.state?.running !== undefined && status.ready !== true);
  if (runs || !(age >= PREPARE_MS)) return undefined;
  const waiting = containers.find(({ status }) => status.state?.running === undefined)?.status.state?.waiting;
  const { nodeName, schedulerName = 'default-scheduler' } = pod.spec ?? {};
  const stage =
    nodeName === undefined
      ? `no answer of the scheduler ${schedulerName}`
      : (waiting?.reason ?? (containers.length === 0 ? 'no answer of the node' : 'not ready'));
  return {
    cause: 'starting',
    what: `did not become ready in ${formatDuration(age)} (${oneLine(stage)})`,
    evidence: [
      oneLine(`pod ${pod.metadata.name}: ${plural(containers.length, 'container')} known, ${stage}`),
    ],
    advice:
      nodeName === undefined
        ? `See whether ${oneLine(schedulerName)} runs.`
        : `See the node ${oneLine(nodeName)}.`,
    final: false,
  };
}
