import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { providers } from '../src/checks/index.ts';
import { measureRound } from '../src/checks/measuring/measure.ts';
import { readMetric } from '../src/checks/reading/metric.ts';
import type { Scene } from '../src/checks/provider.ts';
import { systemClock } from '../src/support/clock.ts';
import { median, quantile } from './statistics.ts';
import { bytes, type Measured, milliseconds } from './table.ts';

const count = 1_000;
const intervalMs = 10;
/** Measurements between two looks at the memory. */
const stretch = 100;
const mostGrowth = 250_000;
const mostDriftMs = 5;

/**
 * A check that is measured 1,000 times, 10 ms after each answer, against a web server in this process that answers
 * with 1 kB: the heap after a garbage collection, every 100 measurements; and how late each measurement began,
 * counted from the answer before, beside bare timers of the same length. An interval drifts if the last 100 are later
 * than the first 100. After as many that are not counted: until then the heap grows by compiled code.
 */
export async function measureMeasurements(): Promise<Measured> {
  const server = createServer((_, response) => {
    response.end(JSON.stringify({ value: 0.99, filling: 'x'.repeat(1_000) }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    const url = `http://127.0.0.1:${String(port)}/`;
    await measure(url);
    const { heaps, late } = await measure(url);
    const bare: number[] = [];
    for (let turn = 0; turn < stretch; turn += 1) {
      const from = performance.now();
      await sleep(intervalMs);
      bare.push(performance.now() - from - intervalMs);
    }
    const [first, last] = [heaps[0] ?? Number.NaN, heaps.at(-1) ?? Number.NaN];
    const drift = median(late.slice(-stretch)) - median(late.slice(0, stretch));
    return {
      rows: [
        {
          measure: `heap after ${String(stretch)} measurements of a check`,
          ours: bytes(first),
          other: '',
        },
        {
          measure: `  more after ${String(count)}`,
          ours: bytes(last - first),
          other: '',
          target: `<= ${bytes(mostGrowth)}`,
          met: last - first <= mostGrowth,
        },
        {
          measure: `an interval of ${String(intervalMs)} ms is late by, median`,
          ours: milliseconds(median(late)),
          other: `${milliseconds(median(bare))} a bare timer`,
        },
        {
          measure: '  the last 100 more than the first 100',
          ours: milliseconds(drift),
          other: '',
          target: `<= ${String(mostDriftMs)} ms`,
          met: drift <= mostDriftMs,
        },
        {
          measure: '  99 of 100, and the largest',
          ours: `${milliseconds(quantile(late, 0.99))}, ${milliseconds(Math.max(...late))}`,
          other: `${milliseconds(quantile(bare, 0.99))}, ${milliseconds(Math.max(...bare))} a bare timer`,
        },
      ],
      raw: { heapBytes: heaps, lateMs: late, bareTimerMs: bare },
    };
  } finally {
    server.closeAllConnections();
    await once(server.close(), 'close');
  }
}

async function measure(url: string): Promise<{ readonly heaps: number[]; readonly late: number[] }> {
  const [heaps, late]: [number[], number[]] = [[], []];
  const collect = garbageCollector();
  let begun = 0;
  let answeredAt = Number.NaN;
  const timed: typeof providers.web = {
    ...providers.web,
    async measure(...all) {
      if (begun > 0) late.push(performance.now() - answeredAt - intervalMs);
      begun += 1;
      try {
        return await providers.web.measure(...all);
      } finally {
        // Between two measurements nothing is under way.
        if (begun % stretch === 0) heaps.push(collect());
        answeredAt = performance.now();
      }
    },
  };
  const raw = {
    name: 'often',
    count,
    interval: `${String(intervalMs)}ms`,
    successCondition: 'result >= 0.95',
    provider: { web: { url, jsonPath: '{$.value}' } },
  };
  const metric = readMetric({ raw, dryRun: false, retention: 10 }, new Map(), (path, what) => {
    throw new Error(`${path.join('.')} ${what}`);
  });
  if (metric === undefined) throw new Error('The metric cannot be read.');
  const scene = { clock: systemClock, env: {}, args: new Map(), redact: (text: string) => text };
  const { verdict } = await measureRound(
    [metric],
    scene as unknown as Scene,
    AbortSignal.timeout(120_000),
    () => undefined,
    () => timed,
  );
  if (verdict !== 'Successful') throw new Error(`The measurements ended ${verdict}.`);
  return { heaps, late };
}

/** Collects garbage, and tells how much of the heap is in use then. */
function garbageCollector(): () => number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
}
