import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { until } from '../../../cluster/wait.ts';
import { clusterFolder } from './kubectl.ts';

/** What `/answer` of an app gives. */
export interface Answer {
  /** HTTP status. */
  readonly status: number;
  /** Sent as JSON; a text goes as it is. */
  readonly body: unknown;
}

/** The address of the cluster's Prometheus, for `provider.prometheus.address`. */
export async function prometheusAddress(): Promise<string> {
  return readFile(join(clusterFolder(), 'prometheus-address'), 'utf8');
}

const open: MeasuredApp[] = [];

afterAll(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
});

/** Starts an app that the cluster's Prometheus scrapes; it ends with the tests of the file. */
export async function startMeasuredApp(): Promise<MeasuredApp> {
  const name = `app-${randomBytes(4).toString('hex')}`;
  const app = new MeasuredApp(name, await prometheusAddress());
  open.push(app);
  await app.open();
  return app;
}

/** A server in the test's own process: gauges at `/metrics`, and whatever the test wants at `/answer`. */
export class MeasuredApp {
  /** Its label `app` in Prometheus: `success_rate{app="NAME"}`. */
  readonly name: string;
  /** The address of Prometheus. */
  readonly prometheus: string;
  /** What `/answer` gives from now on, for a web metric. */
  answer: Answer = { status: 200, body: {} };
  /** How often `/answer` was asked. */
  asked = 0;

  readonly #gauges = new Map<string, number>();
  readonly #server: Server = createServer(({ url }, response) => {
    if (url === '/metrics') {
      const lines = [...this.#gauges].map(([gauge, value]) => `${gauge} ${text(value)}\n`);
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(lines.join(''));
    } else {
      this.asked += 1;
      const { status, body } = this.answer;
      const sent = typeof body === 'string' ? body : JSON.stringify(body);
      response.writeHead(status, { 'content-type': 'application/json' }).end(sent);
    }
  });

  constructor(name: string, prometheus: string) {
    this.name = name;
    this.prometheus = prometheus;
  }

  /** The address of `/answer`, for `provider.web.url`. */
  get url(): string {
    return `${this.#address}/answer`;
  }

  /** Sets a gauge, and returns when Prometheus knows its value. */
  async measures(gauge: string, value: number): Promise<void> {
    this.#gauges.set(gauge, value);
    const isKnown = async (): Promise<boolean> => (await this.ask(this.query(gauge))) === text(value);
    await until(isKnown, { what: `Prometheus to know ${gauge} of ${this.name}`, deadline: 20_000 });
  }

  /** The query for a gauge of this app. */
  query(gauge: string): string {
    return `${gauge}{app="${this.name}"}`;
  }

  /** What Prometheus answers to an instant query: the value of the first result; undefined without one. */
  async ask(query: string): Promise<string | undefined> {
    const answer = await fetch(`${this.prometheus}/api/v1/query?query=${encodeURIComponent(query)}`);
    const { data } = (await answer.json()) as { data: { result: { value: [number, string] }[] } };
    return data.result[0]?.value[1];
  }

  /** Listens, and tells Prometheus. */
  async open(): Promise<void> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    const target = { targets: [new URL(this.#address).host], labels: { app: this.name } };
    // Renamed into place, so that Prometheus never reads half a file.
    await writeFile(`${this.#file}.new`, JSON.stringify([target]));
    await rename(`${this.#file}.new`, this.#file);
  }

  /** Ends it, and tells Prometheus. */
  async close(): Promise<void> {
    await rm(this.#file, { force: true });
    this.#server.closeAllConnections();
    await once(this.#server.close(), 'close');
  }

  get #address(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  get #file(): string {
    return join(clusterFolder(), 'scrape', `${this.name}.json`);
  }
}

// As Prometheus writes numbers: NaN, +Inf, -Inf.
function text(value: number): string {
  return String(value).replace(/^(-?)Infinity$/, (_, sign: string) => `${sign || '+'}Inf`);
}
