import { prepareAction } from './action.ts';
import type { Place } from './place.ts';
import { type Program, startProgram, succeeded } from './program.ts';
import { createNamespace, createRollout } from './rollouts.ts';
import { median } from './statistics.ts';
import { type Measured, milliseconds } from './table.ts';

const rounds = 20;
const namespace = 'read-status';

/**
 * The whole life of a process that tells how a Healthy Rollout is, from right before its start to its end, straight
 * to the API server: `operation: status` beside the plugin's `get rollout`, which reads the same tree. By turns, 20
 * times each after one round that is not counted.
 */
export async function measureReadStatus(place: Place): Promise<Measured> {
  await createNamespace(place, namespace);
  await createRollout(place, namespace, [{ setWeight: 50 }, { pause: {} }]);
  const inputs = { operation: 'status', target: 'rollout/web', namespace, kubeconfig: place.kubeconfig };
  const action = prepareAction(place.folder, inputs);
  const env = { KUBECONFIG: place.kubeconfig, HOME: place.folder };
  const plugin = (): Program =>
    startProgram(place.plugin, ['get', 'rollout', 'web', '-n', namespace], { env });
  const samples = { ours: [] as number[], plugin: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const [ours, other] = [await lifeOf(action), await lifeOf(plugin)];
    if (round === 0) continue;
    samples.ours.push(ours);
    samples.plugin.push(other);
  }
  return {
    rows: [
      {
        measure: `whole \`status\` step, median of ${String(rounds)}`,
        ours: milliseconds(median(samples.ours)),
        other: `${milliseconds(median(samples.plugin))} the plugin's get rollout`,
      },
    ],
    raw: { milliseconds: samples },
  };
}

async function lifeOf(start: () => Program): Promise<number> {
  const program = start();
  await succeeded(program);
  return performance.now() - program.startedAt;
}
