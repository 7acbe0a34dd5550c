/**
 * Measures the built action on a real control plane, beside the kubectl plugin of Argo Rollouts; prints a table and
 * writes every raw number to bench-results.json. What is measured, from where to where, stands in the file of each
 * measure. Other work on the machine shows in the times, so the load is told with them.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster, stopCluster } from '../cluster/cluster.ts';
import { releaseParts } from '../cluster/parts.ts';
import { bundle } from './action.ts';
import { measureFollowing } from './following.ts';
import { measureMeasurements } from './measurements.ts';
import { type Place, placeOf } from './place.ts';
import { measurePromoteLatency } from './promote-latency.ts';
import { measureReadStatus } from './read-status.ts';
import { measureStart } from './start.ts';
import { type Measured, renderTable } from './table.ts';

const results = join(import.meta.dirname, '..', 'bench-results.json');
const name = `bench-${String(process.pid)}`;
const report = (line: string): void => console.error(line);

/** A measure with what stands for it in bench-results.json, and the load when it began. */
interface Entry extends Measured {
  readonly name: string;
  readonly load: number;
}

async function bench(folder: string, signal: AbortSignal): Promise<void> {
  if (!existsSync(bundle)) throw new Error('There is no dist/index.js. Build it with: npm run build');
  const entries: Entry[] = [];
  const take = async (what: string, measure: () => Promise<Measured>): Promise<void> => {
    const load = loadavg()[0] ?? 0;
    report(`${what} (load ${load.toFixed(2)})`);
    entries.push({ name: what, load, ...(await measure()) });
  };
  // Before there is a cluster, which is never quite idle.
  await take('start', () => measureStart(folder));
  await take('measurements', measureMeasurements);
  const place: Place = placeOf(
    await startCluster({ name, owner: 'this-process', parts: releaseParts, report, signal }),
  );
  await take('readStatus', () => measureReadStatus(place));
  await take('promoteLatency', () => measurePromoteLatency(place));
  // Last: its other pods stay until the cluster ends.
  await take('following', () => measureFollowing(place, report));

  const [{ model = 'unknown' } = {}] = cpus();
  const machine = { node: process.version, cpus: cpus().length, model };
  const measures = Object.fromEntries(entries.map(({ name: key, load, raw }) => [key, { load, ...raw }]));
  const rows = entries.flatMap((entry) => entry.rows);
  writeFileSync(results, `${JSON.stringify({ machine, rows, measures }, null, 1)}\n`);
  const loads = entries.map(({ name: what, load }) => `${what} ${load.toFixed(2)}`).join(', ');
  console.log(`\n${renderTable(rows)}\n\nLoad of the machine before each measure: ${loads}.`);
}

const life = new AbortController();
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    life.abort(new Error(`Interrupted by ${signal}.`));
    // The cluster ends with this process.
    setTimeout(() => process.exit(130), 1_000).unref();
  });
}
try {
  await bench(folder, life.signal);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await stopCluster(name);
  // What a failed measure left running ends with this process.
  process.exit();
}
