import type { RawLog } from './evidence.ts';
import type { RawContainerStatus, RawEvent, RawPod, RawPodContainer, RawTerminated } from './raw.ts';

/** One container of a pod, with all that was read of it. */
export interface ContainerView {
  readonly pod: RawPod;
  readonly spec: RawPodContainer;
  readonly status: RawContainerStatus;
  /** It has to end before the pod's others start. */
  readonly init: boolean;
  /** ` in container web`, or nothing where there is no choice. */
  readonly where: string;
  /** The events that speak of it, or of no container in particular. */
  readonly events: readonly RawEvent[];
  readonly logs: readonly RawLog[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The containers of a pod that the kubelet has looked at, init containers first, as they start. */
export function containersOf(
  pod: RawPod,
  events: readonly RawEvent[],
  logs: readonly RawLog[],
  now: number,
): readonly ContainerView[] {
  const { containers = [], initContainers = [] } = pod.spec ?? {};
  const { containerStatuses = [], initContainerStatuses = [] } = pod.status ?? {};
  const several = containers.length + initContainers.length > 1;
  const view = (status: RawContainerStatus, specs: readonly RawPodContainer[]): ContainerView => {
    const { name } = status;
    const isInit = specs === initContainers;
    const path = `spec.${isInit ? 'initContainers' : 'containers'}{${name}}`;
    const spec = specs.find((one) => one.name === name) ?? { name };
    return {
      pod,
      spec,
      status,
      init: isInit && spec.restartPolicy !== 'Always',
      where: several ? ` in ${isInit ? 'init container' : 'container'} ${name}` : '',
      events: events.filter(({ involvedObject }) => (involvedObject?.fieldPath ?? path) === path),
      logs,
      now,
    };
  };
  return [
    ...initContainerStatuses.map((status) => view(status, initContainers)),
    ...containerStatuses.map((status) => view(status, containers)),
  ];
}

/** The newest end of a run of the container, and whether that run is the one before the current. */
export function lastEnd({
  status,
}: Pick<ContainerView, 'status'>): { end: RawTerminated; previous: boolean } | undefined {
  const { state, lastState } = status;
  if (state?.terminated !== undefined) return { end: state.terminated, previous: false };
  if (lastState?.terminated === undefined) return undefined;
  return { end: lastState.terminated, previous: true };
}

/** The end of the log of a run that ended so: its own if it was read, else that of a fellow that ended alike. */
export function logOf({ pod, status, logs }: ContainerView, exitCode: number | undefined): string {
  const alike = logs.filter((log) => log.container === status.name && log.exitCode === exitCode);
  return (alike.find((log) => log.pod === pod.metadata.uid) ?? alike[0])?.text ?? '';
}
