import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from '@jest/globals';
import { kubectl, type KubernetesObject } from './kubernetes.ts';
import type { Shop } from './rollouts.ts';

/** What a measurement says: `unsure` is inconclusive, and `wait` lets a patient analysis go on. */
export type Value = 'pass' | 'fail' | 'unsure' | 'wait';

/** A metric on this machine, which web analyses measure and the test sets. */
export interface Metric {
  readonly url: string;
  set(value: Value): void;
}

const servers: Server[] = [];

afterAll(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A new metric with its first value. */
export async function newMetric(first: Value): Promise<Metric> {
  let value = first;
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ value }));
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}/`, set: (next) => void (value = next) };
}

/** An AnalysisTemplate that measures once. */
export function webTemplate(name: string, metric: Metric): object {
  return template(name, { count: 1, ...web(metric) });
}

/** An AnalysisTemplate that measures every second until the metric says `pass` or `fail`. */
export function patientTemplate(name: string, metric: Metric): object {
  return template(name, {
    interval: '1s',
    count: 1000,
    consecutiveSuccessLimit: 1,
    inconclusiveLimit: 1000,
    ...web(metric),
  });
}

/** An AnalysisTemplate whose Job ends with the exit code. */
export function jobTemplate(name: string, exit: 0 | 1): object {
  const containers = [
    { name: 'test', image: 'registry.test/test:1', command: ['sh', '-c', `exit ${String(exit)}`] },
  ];
  const job = { backoffLimit: 0, template: { spec: { restartPolicy: 'Never', containers } } };
  return template(name, { provider: { job: { spec: job } } });
}

/** How a blueGreen names its analyses. */
export function analysisOf(name: string): object {
  return { templates: [{ templateName: name }] };
}

/** An AnalysisRun as these tests look at it. */
export interface AnalysisRun extends KubernetesObject {
  readonly status?: { readonly phase?: string };
}

/** The AnalysisRuns of the shop by name, with their phase. */
export async function analysisRuns(shop: Shop): Promise<Readonly<Record<string, string>>> {
  const list = JSON.parse(
    await kubectl('get', 'analysisruns.argoproj.io', '-n', shop.namespace, '-o', 'json'),
  ) as { items: AnalysisRun[] };
  return Object.fromEntries(list.items.map(({ metadata, status }) => [metadata.name, status?.phase ?? '']));
}

/** Ends an AnalysisRun before its time, as `kubectl argo rollouts terminate analysisrun` does. */
export function terminate(shop: Shop, name: string): Promise<string> {
  const body = '{"spec":{"terminate":true}}';
  return kubectl('patch', 'analysisruns.argoproj.io', name, '-n', shop.namespace, '--type=merge', '-p', body);
}

function template(name: string, metric: object): object {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name },
    spec: { metrics: [{ name, ...metric }] },
  };
}

function web({ url }: Metric): object {
  return {
    successCondition: 'result == "pass"',
    failureCondition: 'result == "fail"',
    provider: { web: { url, jsonPath: '{$.value}' } },
  };
}
