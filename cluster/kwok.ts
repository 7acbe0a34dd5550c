import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create } from './api.ts';
import type { Api } from './api.ts';
import type { Bench } from './bench.ts';

const stages = join(import.meta.dirname, 'stages');

/** The one node that all pods run on; kwok plays its kubelet. */
export async function addNode(api: Api): Promise<void> {
  const manifest = {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'node-1', labels: { 'kubernetes.io/hostname': 'node-1', 'kubernetes.io/os': 'linux' } },
  };
  await create(api, '/api/v1/nodes', JSON.stringify(manifest));
}

/** Joins the stages to the one file that kwok is started with. */
export async function writeKwokConfig({ file }: Bench): Promise<void> {
  const names = (await readdir(stages)).filter((name) => name.endsWith('.yaml')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(stages, name), 'utf8')));
  // On one line, as it stands in blocks of YAML; Go's templates do not mind.
  const event = (await readFile(join(stages, 'event.tmpl'), 'utf8')).trim().replace(/\s+/g, ' ');
  // Without the line between them, the last document of a file and the first of the next merge silently.
  const all = texts.join('\n---\n').replaceAll('STAGES', stages).replaceAll('EVENT', event);
  await writeFile(file('kwok.yaml'), all);
}
