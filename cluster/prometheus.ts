import { mkdir, writeFile } from 'node:fs/promises';
import type { Bench } from './bench.ts';

/**
 * Writes what Prometheus is started with. Whoever wants to be scraped writes a file of targets into scrape/ of the
 * state folder, in the form of file_sd (https://prometheus.io/docs/guides/file-sd); where to ask stands in
 * prometheus-address.
 */
export async function writePrometheusConfig({ file, port }: Bench): Promise<void> {
  const config = {
    global: { scrape_interval: '250ms', scrape_timeout: '250ms' },
    scrape_configs: [{ job_name: 'apps', file_sd_configs: [{ files: [file('scrape', '*.json')] }] }],
  };
  // Prometheus watches the folder, so it must be there.
  await mkdir(file('scrape'));
  await writeFile(file('prometheus.yaml'), JSON.stringify(config));
  await writeFile(file('prometheus-address'), `http://127.0.0.1:${port('prometheus')}`);
}
