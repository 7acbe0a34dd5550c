import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { machineAddress, serve } from './in-cluster.ts';
import { clusterFolder } from './kubernetes.ts';

/** Requests that an app says to have answered each second. */
const perSecond = 50;

const files: string[] = [];

afterAll(async () => {
  await Promise.all(files.splice(0).map((file) => rm(file, { force: true })));
});

/**
 * An app that answers requests all the time and counts them as `http_requests_total` by their `code`, scraped by the
 * cluster's Prometheus; the test says how many of them fail.
 */
export class CountingApp {
  #failing = 0;
  #since = Date.now();
  #counts = { good: 0, bad: 0 };

  /** Starts one whose series have these labels. */
  static async start(labels: Readonly<Record<string, string>>): Promise<CountingApp> {
    const app = new CountingApp();
    const port = await serve((_, response) => {
      // Without a content type Prometheus 3 does not read the answer.
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(app.#metrics());
    });
    const file = join(clusterFolder(), 'scrape', `counting-${randomBytes(4).toString('hex')}.json`);
    files.push(file);
    // Renamed into place, so that Prometheus never reads half a file.
    await writeFile(
      `${file}.new`,
      JSON.stringify([{ targets: [`${machineAddress()}:${String(port)}`], labels }]),
    );
    await rename(`${file}.new`, file);
    return app;
  }

  /** From now on this share of the requests fails, from 0 to 1. */
  fails(share: number): void {
    this.#count();
    this.#failing = share;
  }

  #count(): void {
    const now = Date.now();
    const answered = ((now - this.#since) / 1000) * perSecond;
    this.#since = now;
    this.#counts.bad += answered * this.#failing;
    this.#counts.good += answered * (1 - this.#failing);
  }

  #metrics(): string {
    this.#count();
    const { good, bad } = this.#counts;
    return `http_requests_total{code="200"} ${String(good)}\nhttp_requests_total{code="500"} ${String(bad)}\n`;
  }
}
