import { text } from 'node:stream/consumers';
import { createInterface } from 'node:readline';
import { stringify } from 'yaml';
import { kubectl, startKubectl } from './kubectl.ts';
import type { KubernetesObject } from './kubectl.ts';

/** What bounds a wait. */
export interface Patience {
  /** How long at most, in milliseconds; 30 s if left out. */
  deadline?: number;
  /** What is waited for, in words, for the error: "the rollout to be Healthy". */
  what: string;
}

/** Which object: by name, or the first that fits among those with the labels (`app=web`). */
export type Which = string | { labels: string };

interface WatchEvent<T> {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: T;
}

/**
 * Watches until an object fits, which need not be there yet, and returns it. What fits only for a moment is seen
 * too. After the deadline it fails with what was last seen and the latest events of the namespace.
 */
export async function waitFor<T extends KubernetesObject>(
  namespace: string,
  kind: string,
  which: Which,
  fits: (object: T) => boolean,
  { deadline = 30_000, what }: Patience,
): Promise<T> {
  const selector =
    typeof which === 'string' ? `--field-selector=metadata.name=${which}` : `--selector=${which.labels}`;
  const args = ['get', kind, '-n', namespace, selector, '--watch', '--output-watch-events', '-o', 'json'];
  const since = performance.now();
  const watch = startKubectl(args);
  const complaint = text(watch.stderr);
  const timer = setTimeout(() => watch.kill(), deadline);
  let last: WatchEvent<T> | undefined;
  try {
    // With --output-watch-events each event is one line.
    for await (const line of createInterface({ input: watch.stdout })) {
      const event = (last = JSON.parse(line) as WatchEvent<T>);
      if (event.type !== 'DELETED' && fits(event.object)) return event.object;
    }
  } finally {
    clearTimeout(timer);
    watch.kill();
  }
  throw new Error(
    [
      `Waited ${((performance.now() - since) / 1000).toFixed(1)} s for ${what}, in vain. ${await complaint}`,
      last ? `Last seen (${last.type}):\n${compact(last.object)}` : `No ${kind} ${describe(which)} was seen.`,
      `Latest events in ${namespace}:\n${await latestEvents(namespace)}`,
    ].join('\n'),
  );
}

/** Waits until there is no such object any more. */
export async function waitUntilGone(
  namespace: string,
  kind: string,
  name: string,
  deadline = 30_000,
): Promise<void> {
  await kubectl('wait', '--for=delete', `${kind}/${name}`, '-n', namespace, `--timeout=${deadline / 1000}s`);
}

function compact(object: KubernetesObject): string {
  const { kind, metadata, ...rest } = object as KubernetesObject & { spec?: unknown; status?: unknown };
  const { name, labels, annotations } = metadata;
  const shown = { kind, metadata: { name, labels, annotations }, spec: rest.spec, status: rest.status };
  return stringify(shown, { indent: 1, lineWidth: 0 });
}

async function latestEvents(namespace: string): Promise<string> {
  const columns = 'custom-columns=TYPE:.type,REASON:.reason,ON:.involvedObject.name,MESSAGE:.message';
  const listed = await kubectl(
    'get',
    'events',
    '-n',
    namespace,
    '--sort-by=.metadata.creationTimestamp',
    '-o',
    columns,
  );
  return listed.trimEnd().split('\n').slice(-15).join('\n');
}

function describe(which: Which): string {
  return typeof which === 'string' ? which : `with the labels ${which.labels}`;
}
