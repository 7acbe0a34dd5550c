import { Agent, request } from 'node:https';
import { create } from '../cluster/api.ts';
import type { Place } from './place.ts';

/** A Rollout, as far as the measures look at it. */
export interface Rollout {
  readonly status?: {
    readonly phase?: string;
    readonly stableRS?: string;
    readonly currentPodHash?: string;
    readonly currentStepIndex?: number;
    readonly pauseConditions?: readonly { readonly reason: string; readonly startTime: string }[];
  };
}

/** Hears a Rollout as it is after a change, and when that arrived (`performance.now()`). */
export type Hear = (rollout: Rollout, at: number) => void;

/** The image of each new Rollout; its pods become ready at once. */
export const firstImage = 'registry.test/web:1';
/** The image that is released. */
export const nextImage = 'registry.test/web:2';

const collection = (namespace: string): string =>
  `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/rollouts`;

/** A namespace of that name. */
export async function createNamespace({ api }: Place, name: string): Promise<void> {
  const manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
  await create(api, '/api/v1/namespaces', JSON.stringify(manifest));
}

/** Creates the Rollout `web` with 10 replicas and waits until its first version is Healthy. */
export async function createRollout(
  place: Place,
  namespace: string,
  steps: readonly object[],
): Promise<void> {
  const manifest = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'web' },
    spec: {
      replicas: 10,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'web', image: firstImage }] },
      },
      strategy: { canary: { steps } },
    },
  };
  await create(place.api, collection(namespace), JSON.stringify(manifest));
  await untilRollout(place, namespace, ({ status }) => status?.phase === 'Healthy');
}

/** Begins a release as `kubectl argo rollouts set image` does. */
export async function setImage(place: Place, namespace: string, image: string): Promise<void> {
  const template = { spec: { containers: [{ name: 'web', image }] } };
  await patch(place, `${collection(namespace)}/web`, { spec: { template } });
}

/** Passes the gate at which the Rollout waits. */
export async function promote(place: Place, namespace: string): Promise<void> {
  await patch(place, `${collection(namespace)}/web/status`, { status: { pauseConditions: null } });
}

/** Deletes the Rollout and waits until its ReplicaSets and pods are gone too. */
export async function deleteRollout({ api }: Place, namespace: string): Promise<void> {
  const options = { propagationPolicy: 'Foreground' };
  await api('DELETE', `${collection(namespace)}/web`, JSON.stringify(options));
  while ((await api('GET', `${collection(namespace)}/web`)).status !== 404)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Whether a release has come to its end, and not just the status of the version before it. */
export function isReleased({ status }: Rollout): boolean {
  return status?.phase === 'Healthy' && status.stableRS === status.currentPodHash;
}

/** Waits on a watch of its own until the Rollout fits. */
export async function untilRollout(
  place: Place,
  namespace: string,
  fits: (rollout: Rollout) => boolean,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Error('Waited 60 s for the Rollout, in vain.')), 60_000);
  const close = watchRollout(place, namespace, (rollout) => {
    if (fits(rollout)) resolve();
  });
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    close();
  }
}

/** Watches the Rollout over a connection of its own, apart from everything that is measured; returns how to end it. */
export function watchRollout(place: Place, namespace: string, hear: Hear): () => void {
  const agent = new Agent({ ca: place.authority, cert: place.admin.certificate, key: place.admin.key });
  const url = new URL(`${collection(namespace)}?watch=1&fieldSelector=metadata.name%3Dweb`, place.server);
  const sent = request(url, { agent }, (answer) => {
    answer.on('data', watchReader(hear)).on('error', () => undefined);
  });
  // When it breaks, what waits for it says so.
  sent.on('error', () => undefined).end();
  return () => void sent.destroy();
}

/** Makes a reader of the pieces of one watch; each event counts from the moment at which its last piece came. */
export function watchReader(hear: Hear): (piece: Buffer) => void {
  let rest = '';
  return (piece) => {
    const at = performance.now();
    // What is looked at is ASCII, and a character of several bytes may be cut in two here.
    const lines = (rest + piece.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) hear((JSON.parse(line) as { readonly object: Rollout }).object, at);
  };
}

async function patch({ api }: Place, path: string, body: object): Promise<void> {
  const { status, body: answer } = await api(
    'PATCH',
    path,
    JSON.stringify(body),
    'application/merge-patch+json',
  );
  if (status !== 200) throw new Error(`The API server refused a patch of ${path}: ${answer}`);
}
