/**
 * Makes the pictures of README.md from a real run: the log of a deploy that ends at its gate, and the job summary of
 * the promote that follows. Ages, hashes and ports are those of that run, so no two are the same.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCluster, stopCluster } from '../cluster/cluster.ts';
import { releaseParts } from '../cluster/parts.ts';
import { image, namespace, openShop } from '../demo/shop.ts';
import { type StepResult, runStep } from '../demo/step.ts';
import type { With } from '../runner/step.ts';
import { drawLog } from './pictures/log.ts';
import { drawSummary } from './pictures/summary.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'pictures');
const name = 'demo';
const report = (line: string): void => console.log(line);
const { signal } = new AbortController();

const cluster = await startCluster({ name, owner: 'this-process', parts: releaseParts, report });
try {
  await openShop(cluster, signal);
  const step = (inputs: With): Promise<StepResult> =>
    runStep(
      { target: 'rollout/web', namespace, kubeconfig: cluster.kubeconfig, ...inputs },
      { folder: cluster.folder, hear: report, signal },
    );
  const deployed = await step({ image, 'on-pause': 'stop' });
  const promoted = await step({ operation: 'promote', expect: deployed.outputs['state'] ?? '' });
  if (promoted.outputs['ended'] !== 'healthy')
    throw new Error('The run did not end healthy; see its log above.');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'log.svg'), drawLog('The log of a deploy that ends at its gate', deployed.log));
  writeFileSync(
    join(folder, 'summary.svg'),
    drawSummary('The job summary of the promote that follows', promoted.summary),
  );
} finally {
  await stopCluster(name);
}
