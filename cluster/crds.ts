import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { create } from './api.ts';
import type { Api } from './api.ts';
import { until } from './wait.ts';

/**
 * Writes each CustomResourceDefinition of a YAML file, or of the YAML files of a folder, to NAME.json. At build
 * time, because those of Argo Rollouts are 3 MB of YAML: 0.6 s and 150 MB for each cluster that would read them.
 * With `only`, just those of that name; throws if one of them is not there.
 */
export async function extractCrds(
  source: string,
  only: readonly string[] | undefined,
  output: string,
): Promise<void> {
  const isFolder = (await stat(source)).isDirectory();
  const names = isFolder ? (await readdir(source)).filter((name) => name.endsWith('.yaml')) : [''];
  const texts = await Promise.all(names.map((name) => readFile(join(source, name), 'utf8')));
  const missing = new Set(only);
  await mkdir(output);
  for (const document of texts.flatMap((text) => parseAllDocuments(text))) {
    if (document.get('kind') !== 'CustomResourceDefinition') continue;
    const name = String(document.getIn(['metadata', 'name']));
    if (only && !missing.delete(name)) continue;
    await writeFile(join(output, `${name}.json`), JSON.stringify(document));
  }
  if (missing.size > 0) throw new Error(`${source} has no definition of ${[...missing].join(', ')}.`);
}

/** Creates the extracted definitions and waits until the API server serves every kind in them. */
export async function createCrds(api: Api, folder: string, signal: AbortSignal): Promise<void> {
  const files = await readdir(folder);
  await Promise.all(
    files.map(async (file) => {
      const definition = await readFile(join(folder, file), 'utf8');
      await create(api, '/apis/apiextensions.k8s.io/v1/customresourcedefinitions', definition);
      for (const path of collections(definition)) {
        const isServed = async (): Promise<boolean> => (await api('GET', `${path}?limit=1`)).status === 200;
        await until(isServed, { what: `the API server to serve ${path}`, deadline: 30_000, signal });
      }
    }),
  );
}

/** Creates a namespace. */
export async function createNamespace(api: Api, name: string): Promise<void> {
  const manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
  await create(api, '/api/v1/namespaces', JSON.stringify(manifest));
}

function collections(definition: string): string[] {
  const { spec } = JSON.parse(definition) as {
    spec: { group: string; names: { plural: string }; versions: { name: string; served: boolean }[] };
  };
  const served = spec.versions.filter((version) => version.served);
  return served.map((version) => `/apis/${spec.group}/${version.name}/${spec.names.plural}`);
}
