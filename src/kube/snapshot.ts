import type { KubeClient, RequestOptions, Selection } from './client.ts';
import { KubeError, type RequestName } from './kube-error.ts';
import type { KubeObject } from './resources.ts';

/** What is there at one moment. */
export interface Snapshot {
  readonly items: readonly KubeObject[];
  /** Where a watch goes on; undefined if the server named no moment. */
  readonly resourceVersion: string | undefined;
}

/** Reads what a watch selects: the list, or the one named object where listing is forbidden. */
export async function readSnapshot(
  client: KubeClient,
  request: RequestName,
  selection: Selection,
  bounds: RequestOptions,
): Promise<Snapshot> {
  const { resource, namespace, name } = request;
  try {
    return await client.list(resource, { ...selection, ...bounds });
  } catch (error) {
    if (!isKind(error, 'forbidden') || name === undefined) throw error;
  }
  try {
    const object = await client.get({ resource, namespace: namespace ?? '', name }, bounds);
    return { items: [object], resourceVersion: object.metadata.resourceVersion };
  } catch (error) {
    if (isKind(error, 'not-found')) return { items: [], resourceVersion: undefined };
    throw error;
  }
}

function isKind(error: unknown, kind: KubeError['kind']): boolean {
  return error instanceof KubeError && error.kind === kind;
}
