import { prepareAction } from './action.ts';
import { createCrowd } from './crowd.ts';
import { type Passed, startGateway } from './gateway.ts';
import type { Place } from './place.ts';
import { startProgram, succeeded } from './program.ts';
import {
  createNamespace,
  createRollout,
  deleteRollout,
  nextImage,
  promote,
  setImage,
  untilRollout,
} from './rollouts.ts';
import { median } from './statistics.ts';
import { bytes, type Measured, percent, type Row } from './table.ts';

const rounds = 3;
const crowd = 5_000;
const largestMemory = 110e6;

/** A gate, then the rest by itself. */
const steps = [
  { setWeight: 20 },
  { pause: {} },
  ...[40, 60, 80].flatMap((weight) => [{ setWeight: weight }, { pause: { duration: '1s' } }]),
];

/** What passed between one client and the API server. */
interface Traffic {
  readonly requests: number;
  readonly headBytes: number;
  readonly bodyBytes: number;
  /** Heads and bodies. */
  readonly bytes: number;
}

/** One release, followed by both at the same time. */
interface Round {
  /** The action's watch of the Rollout alone. */
  readonly watch: Traffic;
  /** All that the action asked: preflight, watch, ReplicaSets, the tree at the end. */
  readonly step: Traffic;
  readonly plugin: Traffic;
  readonly memory: { readonly ours: number; readonly plugin: number };
  /** Each request of either, for bench-results.json. */
  readonly passed: { readonly ours: readonly Passed[]; readonly plugin: readonly Passed[] };
}

/**
 * Requests and bytes to follow one release of 10 replicas from its first gate to Healthy: `operation: follow` with
 * `on-pause: wait`, and the plugin's `status --watch`. Both follow the same release at the same time, each through a
 * gateway of its own; both are started while the Rollout waits at its gate, which is passed by somebody else once
 * both have told that it is paused and have been quiet for a second. Counted is everything from the start of each
 * process to its end, in both directions, heads and bodies as they are inside TLS (see gateway.ts).
 *
 * Three releases in a namespace that is empty but for the Rollout, then three in one that holds 5,000 other running
 * pods; the table has medians. Memory is the highest resident set of the process over its whole life, the highest
 * of all rounds.
 *
 * Targets: one request to follow; at most 55 % of the plugin's bytes in the empty namespace, 15 % with the other
 * pods; at most 110 MB. The share of the watch alone is judged, that of the whole step is shown and judged beside it.
 */
export async function measureFollowing(place: Place, report: (line: string) => void): Promise<Measured> {
  const empty = await followed(place, 'follow-empty', report);
  const crowded = await followed(place, 'follow-crowded', report, crowd);
  const all = [...empty, ...crowded];
  const memory = Math.max(...all.map((round) => round.memory.ours));
  const watches = Math.max(...all.map((round) => round.watch.requests));
  return {
    rows: [
      {
        measure: 'requests to follow',
        ours: String(watches),
        other: `${String(middle(empty, 'plugin').requests)} the plugin`,
        target: '1',
        met: watches === 1,
      },
      { measure: '  requests of the whole step', ours: String(middle(empty, 'step').requests), other: '' },
      ...compare('bytes to follow, empty namespace', empty, 0.55),
      ...compare(`bytes to follow, ${crowd.toLocaleString('en')} other pods`, crowded, 0.15),
      {
        measure: 'peak memory while following',
        ours: bytes(memory),
        other: `${bytes(Math.max(...all.map((round) => round.memory.plugin)))} the plugin`,
        target: `<= ${bytes(largestMemory)}`,
        met: memory <= largestMemory,
      },
    ],
    raw: { empty, crowded },
  };
}

function compare(measure: string, rounds: readonly Round[], largest: number): readonly Row[] {
  const plugin = middle(rounds, 'plugin').bytes;
  const row = (name: string, ours: number): Row => ({
    measure: name,
    ours: `${bytes(ours)} = ${percent(ours / plugin)}`,
    other: `${bytes(plugin)} the plugin`,
    target: `<= ${percent(largest)}`,
    met: ours / plugin <= largest,
  });
  return [
    row(`${measure}: the watch`, middle(rounds, 'watch').bytes),
    row('  the whole step', middle(rounds, 'step').bytes),
  ];
}

function middle(rounds: readonly Round[], who: 'watch' | 'step' | 'plugin'): Traffic {
  const of = (what: keyof Traffic): number => median(rounds.map((round) => round[who][what]));
  return {
    requests: of('requests'),
    headBytes: of('headBytes'),
    bodyBytes: of('bodyBytes'),
    bytes: of('bytes'),
  };
}

async function followed(
  place: Place,
  namespace: string,
  report: (line: string) => void,
  others = 0,
): Promise<readonly Round[]> {
  await createNamespace(place, namespace);
  if (others > 0) {
    report(`creating ${String(others)} pods`);
    await createCrowd(place, namespace, others);
  }
  const found: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    report(`${namespace}, release ${String(round)} of ${String(rounds)}`);
    found.push(await followRelease(place, namespace));
    await deleteRollout(place, namespace);
  }
  return found;
}

async function followRelease(place: Place, namespace: string): Promise<Round> {
  await createRollout(place, namespace, steps);
  await setImage(place, namespace, nextImage);
  await untilRollout(place, namespace, ({ status }) => status?.phase === 'Paused');
  const [ours, plugin] = [await startGateway(place, 'ours'), await startGateway(place, 'plugin')];
  try {
    const inputs = { operation: 'follow', 'on-pause': 'wait', target: 'rollout/web', namespace };
    const options = { watchMemory: true };
    const action = prepareAction(place.folder, { ...inputs, kubeconfig: ours.kubeconfig }, options)();
    const status = startProgram(place.plugin, ['status', 'web', '-n', namespace, '--watch'], {
      env: { KUBECONFIG: plugin.kubeconfig, HOME: place.folder },
      ...options,
    });
    const ends = Promise.all([succeeded(action), succeeded(status)]);
    await Promise.race([Promise.all([action.printed(/Paused/), status.printed(/Paused/)]), ends]);
    await quiet(() => total(ours.passed).bytes + total(plugin.passed).bytes);
    await promote(place, namespace);
    const [actionEnd, statusEnd] = await ends;
    return {
      watch: total(ours.passed.filter(({ path }) => path.includes('watch=true'))),
      step: total(ours.passed),
      plugin: total(plugin.passed),
      memory: { ours: actionEnd.peakMemory ?? Number.NaN, plugin: statusEnd.peakMemory ?? Number.NaN },
      passed: { ours: ours.passed, plugin: plugin.passed },
    };
  } finally {
    ours.close();
    plugin.close();
  }
}

/** Resolves when nothing has been transferred for a second. */
async function quiet(transferred: () => number): Promise<void> {
  for (let before = -1; before !== transferred();) {
    before = transferred();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

function total(passed: readonly Passed[]): Traffic {
  const sum = (size: (one: Passed) => number): number => passed.reduce((all, one) => all + size(one), 0);
  const [headBytes, bodyBytes] = [sum((one) => one.headBytes), sum((one) => one.bodyBytes)];
  return { requests: passed.length, headBytes, bodyBytes, bytes: headBytes + bodyBytes };
}
