import type { KubeObject } from '../kube/resources.ts';

/** The end of one run of a container, as the kubelet tells it. */
export interface RawTerminated {
  readonly exitCode?: number;
  /** Only some runtimes tell it; else an exit code above 128 does. */
  readonly signal?: number;
  /** Such as `Error`, `Completed`, `OOMKilled`, `StartError`. */
  readonly reason?: string;
  readonly message?: string;
  /** RFC 3339. */
  readonly finishedAt?: string;
}

/** State of a container: one of the fields is set, or none before the kubelet has looked. */
export interface RawState {
  readonly waiting?: { readonly reason?: string; readonly message?: string };
  /** `startedAt`: RFC 3339. */
  readonly running?: { readonly startedAt?: string };
  readonly terminated?: RawTerminated;
}

/** What the kubelet says of one container. */
export interface RawContainerStatus {
  readonly name: string;
  readonly ready?: boolean;
  /** False until the startup probe has passed. */
  readonly started?: boolean;
  readonly restartCount?: number;
  readonly state?: RawState;
  readonly lastState?: RawState;
}

/** A probe: one of the first four fields is set. */
export interface RawProbe {
  readonly httpGet?: { readonly path?: string; readonly port?: number | string };
  readonly tcpSocket?: { readonly port?: number | string };
  readonly grpc?: { readonly port?: number };
  readonly exec?: { readonly command?: readonly string[] };
  readonly initialDelaySeconds?: number;
}

/** A container as the pod asks for it. */
export interface RawPodContainer {
  readonly name: string;
  readonly image?: string;
  /** `Always` makes an init container a sidecar, which runs on. */
  readonly restartPolicy?: string;
  readonly startupProbe?: RawProbe;
  readonly readinessProbe?: RawProbe;
  readonly resources?: { readonly limits?: Readonly<Record<string, string>> };
}

/** One entry of `status.conditions`. */
export interface RawCondition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

/** A pod as far as a diagnosis reads it. */
export interface RawPod extends KubeObject {
  readonly spec?: {
    /** Not there until the pod is scheduled. */
    readonly nodeName?: string;
    readonly schedulerName?: string;
    readonly containers?: readonly RawPodContainer[];
    readonly initContainers?: readonly RawPodContainer[];
  };
  readonly status?: {
    readonly phase?: string;
    readonly reason?: string;
    readonly message?: string;
    readonly conditions?: readonly RawCondition[];
    readonly containerStatuses?: readonly RawContainerStatus[];
    readonly initContainerStatuses?: readonly RawContainerStatus[];
  };
}

/** A ReplicaSet as far as a diagnosis reads it; zero counts are absent in its status. */
export interface RawReplicaSet extends KubeObject {
  readonly spec?: { readonly replicas?: number };
  readonly status?: {
    readonly replicas?: number;
    readonly readyReplicas?: number;
    readonly conditions?: readonly RawCondition[];
  };
}

/** An event of the core group; those of the newer API have `series` and `eventTime` in place of count and times. */
export interface RawEvent extends KubeObject {
  readonly type?: string;
  readonly reason?: string;
  readonly message?: string;
  /** `fieldPath` names the container: `spec.containers{web}`, `spec.initContainers{migrate}`. */
  readonly involvedObject?: { readonly uid?: string; readonly fieldPath?: string };
  readonly count?: number;
  readonly series?: { readonly count?: number; readonly lastObservedTime?: string };
  /** RFC 3339, as the other times. */
  readonly lastTimestamp?: string | null;
  readonly eventTime?: string | null;
}
