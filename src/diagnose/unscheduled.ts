import type { Finding } from './finding.ts';
import type { RawEvent, RawPod } from './raw.ts';
import { eventLines, inSentence, oneLine } from './words.ts';

const schedulerReasons: readonly string[] = ['FailedScheduling', 'TriggeredScaleUp', 'NotTriggerScaleUp'];

/** A pod that gets no node, in the scheduler's words. Pure. */
export function unscheduledFinding(pod: RawPod, events: readonly RawEvent[]): Finding | undefined {
  const condition = pod.status?.conditions?.find(({ type }) => type === 'PodScheduled');
  if (condition === undefined || condition.status === 'True') return undefined;
  const { reason = '', message = '' } = condition;
  const evidence = [
    oneLine(`pod ${pod.metadata.name}: ${reason}: ${message}`),
    ...eventLines(events.filter((event) => schedulerReasons.includes(event.reason ?? ''))),
  ];
  if (reason === 'SchedulingGated') {
    return {
      cause: 'scheduling-gated',
      what: `cannot be scheduled: ${inSentence(message || 'a scheduling gate stands against it')}`,
      evidence,
      advice: 'See who removes the scheduling gates of these pods, and whether it runs.',
      final: false,
    };
  }
  const scaling = events.some((event) => event.reason === 'TriggeredScaleUp');
  return {
    cause: 'unschedulable',
    what: `cannot be scheduled: ${inSentence(condense(message))}`,
    evidence,
    advice: scaling ? 'Wait: the autoscaler adds a node.' : adviceFor(message),
    final: false,
  };
}

/**
 * What the scheduler's filters say, without what it thinks of preemption: the form is
 * `0/X nodes are available: <filters>. <after the filters>` (k8s.io/kubernetes, pkg/scheduler/framework/types.go).
 */
function condense(message: string): string {
  return message.replace(
    /^(0\/\d+ nodes are available: .*?)\. (no new claims to deallocate|preemption: ).*$/s,
    '$1',
  );
}

function adviceFor(message: string): string {
  if (/persistentvolumeclaim|PersistentVolume|volume node affinity/i.test(message)) {
    return 'Apply the PersistentVolumeClaim, or see why it is not bound where the pod may run.';
  }
  if (/Insufficient/.test(message)) return 'Add a node, or lower the requests of the pod.';
  if (/taint|affinity|selector|topology spread|unschedulable/i.test(message)) {
    return "Correct the pod's tolerations, node selector or affinity, or add a node that fits.";
  }
  return 'Add a node that fits, or ask for less.';
}
