import type { KubeClient, RequestOptions, Selection } from './client.ts';
import { KubeError, type RequestName } from './kube-error.ts';
import type { KubeObject, ObjectRef } from './resources.ts';

/** What is there at one moment. */
export interface Snapshot {
  readonly items: readonly KubeObject[];
  /** Where a watch goes on; undefined if the server named no moment. */
  readonly resourceVersion: string | undefined;
}

/**
 * Reads what a watch selects, in the other way where one is forbidden: a list, whose resourceVersion is now, so that a
 * watch can go on from it; or the one named object, which is all that polling needs.
 * @param first which way to try first; without a name there is only the list
 */
export async function readSnapshot(
  client: KubeClient,
  request: RequestName,
  selection: Selection,
  bounds: RequestOptions,
  first: 'list' | 'get',
): Promise<Snapshot> {
  const { resource, namespace, name } = request;
  const list = (): Promise<Snapshot> => client.list(resource, { ...selection, ...bounds });
  if (name === undefined) return list();
  const get = (): Promise<Snapshot> =>
    readOne(client, { resource, namespace: namespace ?? '', name }, bounds);
  try {
    return await (first === 'list' ? list() : get());
  } catch (error) {
    if (!isKind(error, 'forbidden')) throw error;
  }
  return first === 'list' ? get() : list();
}

async function readOne(client: KubeClient, ref: ObjectRef, bounds: RequestOptions): Promise<Snapshot> {
  try {
    const object = await client.get(ref, bounds);
    return { items: [object], resourceVersion: object.metadata.resourceVersion };
  } catch (error) {
    if (isKind(error, 'not-found')) return { items: [], resourceVersion: undefined };
    throw error;
  }
}

function isKind(error: unknown, kind: KubeError['kind']): boolean {
  return error instanceof KubeError && error.kind === kind;
}
