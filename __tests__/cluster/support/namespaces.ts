import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { keepSecret } from '../../support/leaks.ts';
import { kubectl, kubectlWithInput } from './kubectl.ts';

const made: string[] = [];

// Without waiting: their end is work for the cluster, not for the next test file.
afterAll(async () => {
  if (made.length > 0) await kubectl('delete', 'namespace', '--wait=false', ...made.splice(0));
});

/** A new namespace of its own for a test; it is deleted when the tests of the file are over. */
export async function freshNamespace(): Promise<string> {
  const name = `test-${randomBytes(4).toString('hex')}`;
  await kubectl('create', 'namespace', name);
  made.push(name);
  return name;
}

/** Applies manifests to the namespace; what has more than one line is a text, else the path of a file. */
export async function applyManifests(namespace: string, fileOrText: string): Promise<void> {
  const manifests = fileOrText.includes('\n') ? fileOrText : await readFile(fileOrText, 'utf8');
  for (const { name, value } of secretsIn(manifests)) keepSecret(name, value);
  await kubectlWithInput(manifests, 'apply', '--server-side', '-n', namespace, '-f', '-');
}

/** The values of the Secrets in manifests: no step of the test may show them. */
function secretsIn(manifests: string): readonly { readonly name: string; readonly value: string }[] {
  const objects = parseAllDocuments(manifests).map((document) => document.toJS() as ManifestOfSecret | null);
  return objects
    .filter((object) => object?.kind === 'Secret')
    .flatMap((object) => [
      ...Object.entries(object?.stringData ?? {}),
      ...Object.entries(object?.data ?? {}).map(([key, value]) => [key, atob(value)] as const),
    ])
    .map(([key, value]) => ({ name: `the key ${key} of a Secret`, value: String(value) }));
}

interface ManifestOfSecret {
  readonly kind?: string;
  readonly stringData?: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, string>>;
}
