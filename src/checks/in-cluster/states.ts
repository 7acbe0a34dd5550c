import type { KubeClient } from '../../kube/client.ts';
import type { KubeObject, Resource } from '../../kube/resources.ts';
import { watch } from '../../kube/watch.ts';
import type { Clock } from '../../support/clock.ts';

/** What an object is followed with. */
export interface Following {
  readonly client: KubeClient;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Every state of an object from `made` on. Throws the signal's reason; Error when the object is deleted, KubeError when
 * it cannot be read any more.
 */
export async function* statesOf(
  resource: Resource,
  made: KubeObject,
  { client, clock, signal }: Following,
): AsyncGenerator<KubeObject, never, undefined> {
  const { namespace = '', name, uid, resourceVersion } = made.metadata;
  const selection = { namespace, name, resourceVersion, items: [made] };
  yield made;
  for await (const event of watch(client, resource, selection, { signal, clock })) {
    if (event.type === 'LOST' || event.type === 'BACK') continue;
    if (event.type === 'DELETED' || event.object.metadata.uid !== uid)
      throw new Error(
        `The ${resource.kind} ${namespace}/${name} was deleted by somebody before it had ended.`,
      );
    yield event.object;
  }
  signal.throwIfAborted();
  throw new Error(`The watch of the ${resource.kind} ${namespace}/${name} ended.`);
}

/** A signal that is aborted with another one, and can be aborted on its own; `end` lets go of the other one too. */
export function partOf(signal: AbortSignal): { readonly signal: AbortSignal; readonly end: () => void } {
  const part = new AbortController();
  const onAbort = (): void => part.abort(signal.reason);
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  const end = (): void => {
    signal.removeEventListener('abort', onAbort);
    part.abort();
  };
  return { signal: part.signal, end };
}
