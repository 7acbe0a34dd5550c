import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll } from '@jest/globals';
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
  await kubectlWithInput(manifests, 'apply', '--server-side', '-n', namespace, '-f', '-');
}
