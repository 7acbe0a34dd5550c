import type { RawEvidence } from '../../src/diagnose/evidence.ts';
import type {
  RawCondition,
  RawContainerStatus,
  RawEvent,
  RawPod,
  RawPodContainer,
  RawReplicaSet,
} from '../../src/diagnose/raw.ts';

/** The moment of every diagnosis here. */
export const now = Date.parse('2026-11-21T12:00:00Z');
export const image = 'registry.test/shop/web:2';

/** RFC 3339, so many seconds ago. */
export function ago(seconds: number): string {
  return new Date(now - seconds * 1000).toISOString().replace('.000Z', 'Z');
}

export interface PodShape {
  readonly name?: string;
  readonly age?: number;
  readonly node?: string;
  readonly containers?: readonly RawPodContainer[];
  readonly initContainers?: readonly RawPodContainer[];
  readonly statuses?: readonly RawContainerStatus[];
  readonly initStatuses?: readonly RawContainerStatus[];
  readonly conditions?: readonly RawCondition[];
  readonly status?: object;
  readonly metadata?: object;
}

/** A pod that is scheduled and not ready, as the kubelet writes it. */
export function pod({ name = 'web-1', age = 60, node = 'node-1', ...shape }: PodShape = {}): RawPod {
  const no = (type: string): RawCondition => ({ type, status: 'False', reason: 'ContainersNotReady' });
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'shop',
      uid: `uid-${name}`,
      resourceVersion: '1',
      creationTimestamp: ago(age),
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: 'web-6c97dff9fb',
          uid: 'uid-set',
          controller: true,
        },
      ],
      ...shape.metadata,
    },
    spec: {
      ...(node === '' ? {} : { nodeName: node }),
      containers: shape.containers ?? [{ name: 'web', image }],
      ...(shape.initContainers && { initContainers: shape.initContainers }),
    },
    status: {
      phase: 'Pending',
      conditions: shape.conditions ?? [
        { type: 'PodScheduled', status: 'True' },
        no('Ready'),
        no('ContainersReady'),
      ],
      ...(shape.statuses && { containerStatuses: shape.statuses }),
      ...(shape.initStatuses && { initContainerStatuses: shape.initStatuses }),
      ...shape.status,
    },
  };
}

/** A pod that serves. */
export function readyPod(name: string, node = 'node-1'): RawPod {
  const yes = (type: string): RawCondition => ({ type, status: 'True' });
  return pod({
    name,
    node,
    statuses: [{ name: 'web', ready: true, started: true, state: { running: { startedAt: ago(50) } } }],
    conditions: ['PodScheduled', 'Ready', 'ContainersReady'].map(yes),
    status: { phase: 'Running' },
  });
}

/** A container that waits. */
export function waiting(reason: string, message = '', name = 'web'): RawContainerStatus {
  return { name, ready: false, started: false, restartCount: 0, state: { waiting: { reason, message } } };
}

/** A container between two crashes. */
export function backOff(
  end: { readonly exitCode: number; readonly reason?: string; readonly message?: string },
  restartCount = 5,
  name = 'web',
): RawContainerStatus {
  const message = `back-off 2m40s restarting failed container=${name} pod=web-1_shop(uid-web-1)`;
  return {
    ...waiting('CrashLoopBackOff', message, name),
    restartCount,
    lastState: { terminated: { reason: 'Error', finishedAt: ago(20), ...end } },
  };
}

/** A container that runs and is not ready. */
export function running(seconds: number, started = true, name = 'web'): RawContainerStatus {
  return { name, ready: false, started, restartCount: 0, state: { running: { startedAt: ago(seconds) } } };
}

/** An event of the kubelet about a container; without a container about the pod. */
export function event(reason: string, message: string, path = 'spec.containers{web}', count = 1): RawEvent {
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'web-1.17', namespace: 'shop', uid: 'uid-event', resourceVersion: '1' },
    type: 'Warning',
    reason,
    message,
    involvedObject: { uid: 'uid-web-1', ...(path === '' ? {} : { fieldPath: path }) },
    count,
    lastTimestamp: ago(5),
  };
}

/** The ReplicaSet of the revision. */
export function replicaSet(replicas: number, failure?: string): RawReplicaSet {
  const condition = { type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate' };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: 'web-6c97dff9fb', namespace: 'shop', uid: 'uid-set', resourceVersion: '1' },
    spec: { replicas },
    status: failure === undefined ? {} : { conditions: [{ ...condition, message: failure }] },
  };
}

/** What was read of these pods; the events are of the first. */
export function evidence(
  pods: readonly RawPod[],
  events: readonly RawEvent[] = [],
  more: Partial<RawEvidence> = {},
): RawEvidence {
  const [first] = pods;
  return {
    now,
    replicaSet: replicaSet(pods.length),
    pods,
    events: new Map(first === undefined ? [] : [[first.metadata.uid, events]]),
    logs: [],
    notices: [],
    ...more,
  };
}
