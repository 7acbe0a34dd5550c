import type { Cause, Finding } from './finding.ts';
import type { RawEvent, RawPod } from './raw.ts';
import { eventLines, inSentence, oneLine } from './words.ts';

interface Word {
  readonly cause: Cause;
  readonly what: string;
  readonly advice: string;
}

const nodeIsLost: Word = {
  cause: 'node-lost',
  what: 'lost the node',
  advice: 'See the node; pods are made elsewhere when it stays away.',
};

/** `status.reason` of pods that ended as a whole, as the kubelet and the node's controllers write it. */
const words: Readonly<Record<string, Word>> = {
  Evicted: {
    cause: 'evicted',
    what: 'got evicted',
    advice:
      "See what the node lacks, and set requests and limits (memory, ephemeral-storage) that fit the pod's use.",
  },
  DeadlineExceeded: {
    cause: 'deadline',
    what: 'got terminated by deadline',
    advice: 'Raise or remove activeDeadlineSeconds.',
  },
  NodeLost: nodeIsLost,
  NodeShutdown: nodeIsLost,
  Shutdown: nodeIsLost,
  Terminated: nodeIsLost,
};

/** A pod that ended as a whole. Pure. */
export function failedFinding(pod: RawPod): Finding | undefined {
  const { phase, reason = '', message = '' } = pod.status ?? {};
  if (phase !== 'Failed') return undefined;
  // Others are the kubelet's admission: OutOfcpu, OutOfpods, NodeAffinity, UnexpectedAdmissionError, …
  const { cause, what, advice } = words[reason] ?? {
    cause: 'rejected-by-node' as const,
    what: `failed on the node${reason === '' ? '' : ` (${inSentence(reason)})`}`,
    advice: 'See the node, and whether the scheduler and the node agree on what it has.',
  };
  return {
    cause,
    what: `${what}${message === '' ? '' : `: ${inSentence(message)}`}`,
    evidence: [oneLine(`pod ${pod.metadata.name}: ${reason}: ${message}`)],
    advice,
    final: false,
  };
}

/**
 * A pod whose containers may be ready, but whose node is not, or whose readiness gates do not hold. The controller
 * sets Ready to False on the pods of a lost node, without a reason, and leaves an event
 * (k8s.io/kubernetes, pkg/controller/util/node/controller_utils.go). Pure.
 */
export function nodeFinding(pod: RawPod, events: readonly RawEvent[]): Finding | undefined {
  const ready = pod.status?.conditions?.find(({ type }) => type === 'Ready');
  if (ready?.reason === 'ReadinessGatesNotReady') {
    return {
      cause: 'readiness-gate',
      what: `did not become ready: ${inSentence(ready.message ?? 'a readiness gate does not hold')}`,
      evidence: [oneLine(`pod ${pod.metadata.name}: ${ready.reason}: ${ready.message ?? ''}`)],
      advice: 'See whether the controller runs that sets this condition, such as that of a load balancer.',
      final: false,
    };
  }
  const lost = events.filter(({ reason }) => reason === 'NodeNotReady');
  if (lost.length === 0 && pod.status?.reason !== 'NodeLost') return undefined;
  return {
    ...nodeIsLost,
    evidence: [oneLine(`pod ${pod.metadata.name} on node ${pod.spec?.nodeName ?? ''}`), ...eventLines(lost)],
    final: false,
  };
}
