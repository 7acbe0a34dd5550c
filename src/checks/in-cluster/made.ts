import { randomBytes } from 'node:crypto';
import { FIELD_MANAGER, type KubeClient } from '../../kube/client.ts';
import { KubeError } from '../../kube/kube-error.ts';
import type { KubeObject, OwnerReference, Resource } from '../../kube/resources.ts';
import { limited } from '../../kube/time-limit.ts';
import type { Scene } from '../provider.ts';

/** How long a create may go on after an abort: an object whose creation nobody waited for could not be removed. */
const createGrace = 800;
/** How long removing may take; with the grace before it less than the 3 s that a step waits for its checks. */
const cleanUpTime = 1_600;
/** Longest value of a label, which the name of a Job becomes on its pods. */
const longestLabel = 63;

/** What of `metadata` is ours in an object that a check makes. */
export interface MadeMetadata {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly ownerReferences: readonly (OwnerReference & { readonly blockOwnerDeletion: false })[];
}

/**
 * Metadata for an object of one measurement: its name is like no other, and known before the object is made, so that
 * one whose creation was not answered is found again.
 *
 * The target owns it without being its controller: the Rollouts controller ends and deletes every AnalysisRun of which
 * the Rollout is the controller and that it did not make itself (getAnalysisRunsForRollout and
 * FilterAnalysisRunsToDelete, 1.10.1). Without `blockOwnerDeletion` no right on the owner's finalizers is needed.
 * @param fallback what the name begins with where the check has none
 */
export function madeMetadata({ round, check, owner }: Scene, fallback: string): MadeMetadata {
  const end = `-${round}-${randomBytes(3).toString('hex')}`;
  const stem = slug(check ?? fallback, longestLabel - end.length);
  return {
    name: `${stem}${end}`,
    labels: {
      'app.kubernetes.io/managed-by': FIELD_MANAGER,
      [`${FIELD_MANAGER}/round`]: round,
      [`${FIELD_MANAGER}/check`]: slug(check ?? fallback, longestLabel),
    },
    ownerReferences: [{ ...owner, controller: false, blockOwnerDeletion: false }],
  };
}

function slug(text: string, most: number): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'check' : plain;
}

/**
 * Creates an object once, also where the answer is lost. An abort is told when it is known whether the object is there.
 * Throws KubeError, and the signal's reason.
 */
export async function makeOnce(
  client: KubeClient,
  resource: Resource,
  namespace: string,
  body: Readonly<Record<string, unknown>> & { readonly metadata: Pick<MadeMetadata, 'name'> },
  signal: AbortSignal,
): Promise<KubeObject> {
  signal.throwIfAborted();
  const patient = lingering(signal, createGrace);
  try {
    // Sent again it is refused, as its name is taken: there is never a second one.
    return await client.create(resource, namespace, body, { repeatable: true, signal: patient.signal });
  } catch (error) {
    if (!(error instanceof KubeError) || error.kind !== 'already-exists') throw error;
    return await client.get({ resource, namespace, name: body.metadata.name }, { signal: patient.signal });
  } finally {
    patient.release();
  }
}

/** A signal that is aborted that many milliseconds after another one. */
function lingering(
  signal: AbortSignal,
  ms: number,
): { readonly signal: AbortSignal; readonly release: () => void } {
  const later = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    timer = setTimeout(() => later.abort(signal.reason), ms);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  const release = (): void => {
    signal.removeEventListener('abort', onAbort);
    clearTimeout(timer);
  };
  return { signal: later.signal, release };
}

/**
 * Does away with what a check left in the cluster, in a time of its own: the check may have been aborted. What fails is
 * not told, as it would hide what the check came to; whatever is made in the cluster has an end of its own.
 */
export async function cleanUp(work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  const limit = limited(cleanUpTime, undefined);
  try {
    await work(limit.signal);
  } catch {
    // Told above.
  } finally {
    limit.clear();
  }
}
