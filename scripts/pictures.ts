/**
 * Makes the pictures of README.md and docs/checks.md from real runs: the log of a deploy that ends at its gate, and the
 * job summary of the promote that follows; then the same canary with a check at its gate that fails, and one that is
 * Successful. Ages, hashes and ports are those of that run, so no two are the same.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCluster, stopCluster } from '../cluster/cluster.ts';
import { releaseParts } from '../cluster/parts.ts';
import { type Health, openHealth } from '../demo/health.ts';
import { image, namespace, nextImage, openShop } from '../demo/shop.ts';
import { type StepResult, runStep } from '../demo/step.ts';
import type { With } from '../runner/step.ts';
import { drawLog } from './pictures/log.ts';
import { drawSummary } from './pictures/summary.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'pictures');
const name = 'demo';
const report = (line: string): void => console.log(line);
const { signal } = new AbortController();

const save = (file: string, picture: string): void => writeFileSync(join(folder, file), picture);

/** Throws for a run that is not what its picture is to show. */
function requireEnd({ outputs }: StepResult, ended: string): void {
  if (outputs['ended'] !== ended) throw new Error(`The run did not end ${ended}; see its log above.`);
}

type RunStep = (inputs: With) => Promise<StepResult>;

async function drawRelease(step: RunStep): Promise<void> {
  const deployed = await step({ image, 'on-pause': 'stop' });
  const promoted = await step({ operation: 'promote', expect: deployed.outputs['state'] ?? '' });
  requireEnd(promoted, 'healthy');
  save('log.svg', drawLog('The log of a deploy that ends at its gate', deployed.log));
  save('summary.svg', drawSummary('The job summary of the promote that follows', promoted.summary));
}

async function drawChecks(step: RunStep, health: Health): Promise<void> {
  const checked = { 'on-pause': 'promote', checks: health.checks };
  health.say({ errors: 0.21 });
  const failed = await step({ ...checked, image: nextImage });
  requireEnd(failed, 'aborted');
  health.say({ errors: 0.004 });
  const passed = await step({ ...checked, image: 'ghcr.io/acme/web:3.0.1' });
  requireEnd(passed, 'healthy');
  save(
    'checks-failed-summary.svg',
    drawSummary('The job summary of a deploy whose check failed', failed.summary),
  );
  save('checks-failed-log.svg', drawLog('The log of a deploy whose check failed', failed.log));
  save(
    'checks-passed-log.svg',
    drawLog('The log of a deploy whose gate was passed after its checks', passed.log),
  );
  save(
    'checks-passed-summary.svg',
    drawSummary('The job summary of a deploy whose gate was passed after its checks', passed.summary),
  );
}

const cluster = await startCluster({ name, owner: 'this-process', parts: releaseParts, report });
const health = await openHealth();
try {
  mkdirSync(folder, { recursive: true });
  await openShop(cluster, signal);
  const step: RunStep = (inputs) =>
    runStep(
      { target: 'rollout/web', namespace, kubeconfig: cluster.kubeconfig, ...inputs },
      { folder: cluster.folder, hear: report, signal },
    );
  await drawRelease(step);
  await drawChecks(step, health);
} finally {
  health.close();
  await stopCluster(name);
}
