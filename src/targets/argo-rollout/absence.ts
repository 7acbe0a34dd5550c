import { ActionableError } from '../../errors.ts';
import type { KubeClient } from '../../kube/client.ts';
import { KubeError } from '../../kube/kube-error.ts';
import { rollouts } from '../../kube/resources.ts';
import type { WatchEvent } from '../../kube/watch.ts';
import type { TargetSetting } from '../target.ts';

/** How long a watch may show nothing before a read tells whether the Rollout is there at all. */
const silence = 1_000;

/** A watch on a name that is not there waits for it without a word; a release cannot. */
export async function* orAbsent(
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
