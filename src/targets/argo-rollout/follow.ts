import { ActionableError } from '../../errors.ts';
import type { KubeClient } from '../../kube/client.ts';
import { KubeError } from '../../kube/kube-error.ts';
import { replicaSets, rollouts } from '../../kube/resources.ts';
import { type WatchEvent, watch } from '../../kube/watch.ts';
import type { ContainerImage } from '../../model.ts';
import type { Sighting, TargetSetting } from '../target.ts';
import { templateImages } from './images.ts';
import { observe } from './observe.ts';
import type { RawReplicaSet, RawRollout } from './rollout.ts';

/** How long a watch may show nothing before a read tells whether the Rollout is there at all. */
const silence = 1_000;

/** The Rollout as it was last seen, for the tree at the end. */
export interface Latest {
  rollout?: RawRollout;
}

/**
 * Follows one Rollout with one watch, which begins with the object as it is; only when it shows nothing, a
 * read tells why. Throws when the Rollout is not there, or is of a kind that this action does not conduct.
 */
export async function* followRollout(
  setting: TargetSetting,
  latest: Latest,
  signal: AbortSignal,
): AsyncIterable<Sighting> {
  const { client, namespace, name, notice } = setting;
  const images = candidateImages(client, namespace);
  const open = (life: AbortSignal): AsyncIterable<WatchEvent> =>
    watch(client, rollouts, { namespace, name }, { signal: life, onNotice: notice });
  for await (const event of orAbsent(open, setting, signal)) {
    switch (event.type) {
      case 'LOST':
        yield { kind: 'lost', error: event.error };
        break;
      case 'BACK':
        yield { kind: 'back' };
        break;
      case 'DELETED':
        yield { kind: 'gone' };
        break;
      case 'ADDED':
      case 'MODIFIED': {
        const rollout = event.object as RawRollout;
        requireCanary(rollout);
        latest.rollout = rollout;
        yield { kind: 'observation', observation: observe(rollout, await images(rollout, signal)) };
        break;
      }
    }
  }
}

/** A watch on a name that is not there waits for it without a word; a release cannot. */
async function* orAbsent(
  open: (life: AbortSignal) => AsyncIterable<WatchEvent>,
  setting: TargetSetting,
  signal: AbortSignal,
): AsyncIterable<WatchEvent> {
  const seen = new AbortController();
  const over = new AbortController();
  const absent = failWhenAbsent(setting, AbortSignal.any([signal, seen.signal, over.signal]));
  const iterator = open(AbortSignal.any([signal, over.signal]))[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), absent]);
      if (next.done === true) return;
      if (next.value.type !== 'LOST') seen.abort();
      yield next.value;
    }
  } finally {
    // A generator that waits for the server returns only once that wait is ended.
    over.abort();
    await iterator.return?.();
  }
}

/** Never settles but by the one error that a read gives for what is not there. */
async function failWhenAbsent(
  { client, clock, namespace, name }: TargetSetting,
  signal: AbortSignal,
): Promise<never> {
  const never = new Promise<never>(() => undefined);
  try {
    await clock.sleep(silence, signal);
    await client.get({ resource: rollouts, namespace, name }, { signal });
  } catch (error) {
    if (!(error instanceof KubeError) || error.kind !== 'not-found') return await never;
    throw await absence(client, namespace, name, signal);
  }
  return await never;
}

/** Names what is there instead: most often the name or the namespace was mistyped. */
async function absence(
  client: KubeClient,
  namespace: string,
  name: string,
  signal: AbortSignal,
): Promise<ActionableError> {
  const there = await client.list(rollouts, { namespace, signal, retry: false }).then(
    ({ items }) => items.map(({ metadata }) => metadata.name),
    () => undefined,
  );
  const names = there?.slice(0, 20).join(', ');
  const known =
    names === undefined
      ? ''
      : names === ''
        ? ' There are no Rollouts in this namespace.'
        : ` Rollouts there: ${names}.`;
  return new ActionableError({
    what: `There is no Rollout "${name}" in namespace "${namespace}".${known}`,
    next: 'check target, namespace and context. Nothing was changed.',
    reason: 'not-found',
  });
}

/** The images of the ReplicaSet that the status names; a template never changes under its hash, so each is read once. */
function candidateImages(
  client: KubeClient,
  namespace: string,
): (rollout: RawRollout, signal: AbortSignal) => Promise<readonly ContainerImage[] | undefined> {
  const known = new Map<string, readonly ContainerImage[]>();
  return async ({ metadata, status }, signal) => {
    if (!status?.currentPodHash) return undefined;
    const name = `${metadata.name}-${status.currentPodHash}`;
    const images = known.get(name) ?? (await readImages(client, namespace, name, signal));
    if (images !== undefined) known.set(name, images);
    return images;
  };
}

async function readImages(
  client: KubeClient,
  namespace: string,
  name: string,
  signal: AbortSignal,
): Promise<readonly ContainerImage[] | undefined> {
  try {
    const set = (await client.get({ resource: replicaSets, namespace, name }, { signal })) as RawReplicaSet;
    return templateImages(set.spec?.template);
  } catch (error) {
    if (error instanceof KubeError && error.kind === 'not-found') return undefined;
    throw error;
  }
}

function requireCanary({ metadata, spec }: RawRollout): void {
  const what =
    spec?.workloadRef !== undefined
      ? `takes its pods from a ${spec.workloadRef.kind ?? 'workload'} (spec.workloadRef)`
      : spec?.strategy?.blueGreen !== undefined
        ? 'has the strategy blueGreen'
        : undefined;
  if (what === undefined) return;
  throw new ActionableError({
    what: `The Rollout ${metadata.name} ${what}, which this version does not conduct.`,
    next: 'use it on a Rollout with strategy canary and a pod template of its own. Nothing was changed.',
    reason: 'bad-input',
  });
}
