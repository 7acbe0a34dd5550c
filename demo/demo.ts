/**
 * The whole story on a real control plane: a canary is deployed, waits at its gate, is promoted, and is reported; the
 * next one fails its check there and goes back.
 * `--keep` leaves the cluster up. Whatever happens, nothing else is left behind.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Cluster, startCluster, stopCluster } from '../cluster/cluster.ts';
import { releaseParts } from '../cluster/parts.ts';
import { openHealth } from './health.ts';
import { image, kubectl, namespace, nextImage, openShop } from './shop.ts';
import type { With } from '../runner/step.ts';
import { type StepResult, runStep } from './step.ts';
import { renderMarkdown, renderPart, renderShown } from './terminal.ts';

const name = `demo-${String(process.pid)}`;
const say = (line: string): void => console.log(renderPart(line));
const show = (text: string): void => console.log(renderShown(text));

/** Starts the cluster and tells the story on it. */
async function demo(keep: boolean, signal: AbortSignal): Promise<Cluster> {
  if (!existsSync(join(import.meta.dirname, '..', 'dist', 'index.js')))
    throw new Error('There is no dist/index.js. Build it with: npm run build');
  say('A real control plane, with simulated nodes. The first time it is built, which takes some minutes.');
  const cluster = await startCluster({
    name,
    owner: keep ? 'nobody' : 'this-process',
    parts: releaseParts,
    report: show,
    signal,
  });

  say(`A Rollout with five pods in namespace ${namespace}, from examples/canary/rollout.yaml.`);
  await openShop(cluster, signal);
  show(await kubectl(cluster, ['get', 'rollout,service', '-n', namespace, '-o', 'wide'], signal));

  say(`A job deploys ${image}. It ends at the gate, because of on-pause: stop.`);
  const deployed = await step(cluster, { image, 'on-pause': 'stop' }, signal);
  requireEnd(deployed, 'paused');

  const { state = '' } = deployed.outputs;
  say(`Somebody approves. A second job promotes what the first one saw, and nothing else: expect ${state}.`);
  const promoted = await step(cluster, { operation: 'promote', expect: state }, signal);
  requireEnd(promoted, 'healthy');

  say('The job summary of the promote, which GitHub shows on the page of the run.');
  show(renderMarkdown(promoted.summary));

  await failCheck(cluster, signal);
  return cluster;
}

/** The next version has too many errors, and nobody has to be there to see it. */
async function failCheck(cluster: Cluster, signal: AbortSignal): Promise<void> {
  say(`A third job deploys ${nextImage}. Its gate is passed only if the check is successful, and it is not.`);
  const health = await openHealth();
  try {
    health.say({ errors: 0.21 });
    const inputs = { image: nextImage, 'on-pause': 'promote', checks: health.checks };
    requireEnd(await step(cluster, inputs, signal), 'aborted');
  } finally {
    health.close();
  }
}

/** Shows a step as its job would: the `with:` block, then the log. */
async function step(cluster: Cluster, inputs: With, signal: AbortSignal): Promise<StepResult> {
  const all: With = { target: 'rollout/web', namespace, timeout: '1m', ...inputs };
  for (const [input, value] of Object.entries(all)) show(asYaml(input, value));
  show('');
  return runStep({ ...all, kubeconfig: cluster.kubeconfig }, { folder: cluster.folder, hear: show, signal });
}

/** An input as it stands in a workflow. */
function asYaml(input: string, value: string): string {
  const lines = value.trimEnd().split('\n');
  return lines.length === 1 ? `${input}: ${value}` : [`${input}: |`, ...lines].join('\n  ');
}

function requireEnd({ succeeded, outputs }: StepResult, ended: 'paused' | 'healthy' | 'aborted'): void {
  if (succeeded === (ended !== 'aborted') && outputs['ended'] === ended) return;
  const was = `${outputs['ended'] ?? 'nothing'} (${outputs['reason'] ?? ''})`;
  throw new Error(`The step should have ended ${ended}, and it ended ${was}. Its log above says why.`);
}

function tellHowToGoOn({ kubeconfig }: Cluster): void {
  say(`The cluster "${name}" stays up.`);
  show(`Its kubeconfig:            ${kubeconfig}`);
  show(`To use it with kubectl:    eval "$(npm run -s cluster -- env --name ${name})"`);
  show(`To stop it:                npm run cluster -- down --name ${name}`);
}

const life = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    life.abort(new Error(`Interrupted by ${signal}.`));
    // What does not listen must not hold us up; the cluster ends with this process.
    setTimeout(() => process.exit(130), 3_000).unref();
  });
}

let kept = false;
try {
  const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });
  const cluster = await demo(values.keep, life.signal);
  kept = values.keep;
  if (kept) tellHowToGoOn(cluster);
} catch (error) {
  const failure: unknown = life.signal.aborted ? life.signal.reason : error;
  console.error(`\n✖ ${failure instanceof Error ? failure.message : String(failure)}`);
  process.exitCode = life.signal.aborted ? 130 : 1;
}
if (!kept) {
  const stopped = await stopCluster(name);
  if (stopped) say('The cluster is stopped. Nothing is left behind.');
}
