import { prepareAction } from './action.ts';
import { type Gateway, type Passed, startGateway, type Tap } from './gateway.ts';
import type { Place } from './place.ts';
import { type Ended, startProgram, succeeded } from './program.ts';
import {
  createNamespace,
  createRollout,
  type Hear,
  isReleased,
  nextImage,
  setImage,
  watchReader,
  watchRollout,
} from './rollouts.ts';
import { median, quantile } from './statistics.ts';
import { type Measured, milliseconds } from './table.ts';

const gates = 40;
const largest = 20;

/** `setWeight` and a gate by turns, so that the controller has its ordinary work between two gates. */
const steps = Array.from({ length: gates }, (_, index) => [
  { setWeight: Math.round((100 * (index + 1)) / (gates + 1)) },
  { pause: {} },
]).flat();

/**
 * What people write without this action. It looks each second, and after each promote it waits a random part of a
 * second more: in a real release the time between two gates has nothing to do with the seconds of the loop, while
 * here all gates would come at the same moment of it, the worst one. It ends when the plugin fails.
 */
const loop = `
while status=$("$PLUGIN" status web -n "$NAMESPACE" --watch=false); do
  case "$status" in
    Paused*) "$PLUGIN" promote web -n "$NAMESPACE" && sleep "0.$(printf %03d $((RANDOM % 1000)))" || exit 1 ;;
    Healthy*) exit 0 ;;
    *) sleep 1 ;;
  esac
done
exit 1`;

/**
 * From the controller's write of a pause to the promote at the API server, at the 40 gates of one release of 10
 * replicas. The write is taken as the moment at which the first of two witnesses tells a state with a pause at that
 * step: a watch of our own, on a connection apart, and the gateway before the API server, where the client's own
 * watch passes; the API server serves its watches in no order. The promote is the moment at which the head of the
 * accepted status patch arrives at that gateway. All are times of this process. What the API server needs from the
 * write to its first watch event is not in it, for either.
 *
 * Ours: the built action, `operation: deploy` with `on-pause: promote`. The other: a shell loop with the plugin.
 * Each has a Rollout of its own, one after the other. Target: the median of ours is at most 20 ms.
 */
export async function measurePromoteLatency(place: Place): Promise<Measured> {
  const ours = await conducted(place, 'promote-ours', async (gateway, namespace) => {
    const inputs = { target: 'rollout/web', namespace, image: nextImage, 'on-pause': 'promote' };
    return succeeded(prepareAction(place.folder, { ...inputs, kubeconfig: gateway.kubeconfig })());
  });
  const other = await conducted(place, 'promote-other', async (gateway, namespace) => {
    await setImage(place, namespace, nextImage);
    const env = { KUBECONFIG: gateway.kubeconfig, PLUGIN: place.plugin, NAMESPACE: namespace };
    return succeeded(startProgram('bash', ['-c', loop], { env: { ...env, HOME: place.folder } }));
  });
  const middle = median(ours);
  return {
    rows: [
      {
        measure: `pause written to promote at the API server, median of ${String(gates)}`,
        ours: milliseconds(middle),
        other: `${milliseconds(median(other))} loop of 1 s with the plugin`,
        target: `<= ${String(largest)} ms`,
        met: middle <= largest,
      },
      {
        measure: '  90th percentile',
        ours: milliseconds(quantile(ours, 0.9)),
        other: milliseconds(quantile(other, 0.9)),
      },
    ],
    raw: { gates, milliseconds: { ours, other } },
  };
}

/** Lets a release be conducted through a gateway; the latency at each gate, in order. */
async function conducted(
  place: Place,
  namespace: string,
  conduct: (gateway: Gateway, namespace: string) => Promise<Ended>,
): Promise<readonly number[]> {
  await createNamespace(place, namespace);
  await createRollout(place, namespace, steps);
  const pauses = new Map<number, number>();
  const released = Promise.withResolvers<void>();
  const hear: Hear = (rollout, at) => {
    const { currentStepIndex: step = 0, pauseConditions = [] } = rollout.status ?? {};
    if (pauseConditions.length > 0 && !pauses.has(step)) pauses.set(step, at);
    if (pauses.size === gates && isReleased(rollout)) released.resolve();
  };
  const close = watchRollout(place, namespace, hear);
  const gateway = await startGateway(place, namespace, tapWatches(hear));
  try {
    const { output } = await conduct(gateway, namespace);
    const late = new Promise((_, reject) =>
      setTimeout(() => reject(new Error(`Not all gates were seen to be passed:\n${output}`)), 10_000).unref(),
    );
    await Promise.race([released.promise, late]);
  } finally {
    close();
    gateway.close();
  }
  return latencies([...pauses.values()], gateway.passed.filter(isPromote));
}

/** Reads the watches of Rollouts that pass. */
function tapWatches(hear: Hear): Tap {
  const readers = new Map<Passed, (piece: Buffer) => void>();
  return (request, piece) => {
    if (!/\/rollouts\?.*watch=true/.test(request.path)) return;
    const reader = readers.get(request) ?? watchReader(hear);
    readers.set(request, reader);
    reader(piece);
  };
}

function isPromote({ method, path, status }: Passed): boolean {
  return method === 'PATCH' && status === 200 && /\/rollouts\/web\/status(\?|$)/.test(path);
}

/** One accepted promote a gate, each between its pause and the next; anything else is no measure. */
function latencies(pauses: readonly number[], promotes: readonly Passed[]): readonly number[] {
  if (pauses.length !== gates || promotes.length !== gates)
    throw new Error(
      `${String(pauses.length)} pauses and ${String(promotes.length)} promotes at ${String(gates)} gates.`,
    );
  return promotes.map(({ at }, index) => {
    const latency = at - (pauses[index] ?? Number.NaN);
    const beforeNext = at <= (pauses[index + 1] ?? Number.POSITIVE_INFINITY);
    if (latency < 0 || !beforeNext)
      throw new Error(`The promote of gate ${String(index)} came ${String(latency)} ms after its pause.`);
    return latency;
  });
}
