import type { JsonPatchOperation } from '../../kube/client.ts';
import { KubeError } from '../../kube/kube-error.ts';
import { rollouts } from '../../kube/resources.ts';
import type { Observation, RunNote } from '../../observation.ts';
import type { RequestOrder } from '../target.ts';
import { annotationPointer, noteAnnotations } from './notes.ts';
import type { RequestSetting } from './requests.ts';
import { withVerdict } from './verdicts.ts';

/** The controller annotates every Rollout that it has observed: only then is there a map to add to. */
export function noteOperations({ revision }: Observation, note: RunNote): readonly JsonPatchOperation[] {
  if (revision === undefined) return [];
  return Object.entries(noteAnnotations(note)).map(([key, value]) => ({
    op: 'add',
    path: annotationPointer(key),
    value,
  }));
}

/** Says on the Rollout which run did this; that it may not changes nothing. */
export async function leaveNote(
  setting: RequestSetting,
  { note, dryRun, signal }: RequestOrder,
): Promise<void> {
  if (note === undefined || dryRun) return;
  await annotate(setting, noteAnnotations(note), signal);
}

/** Notes how a revision fared; that it may not changes nothing. */
export async function rememberRevision(
  setting: RequestSetting,
  fared: 'healthy' | 'aborted',
  hash: string,
  signal: AbortSignal,
): Promise<void> {
  const { rollout } = setting.latest;
  if (rollout === undefined) return;
  const annotations = withVerdict(rollout.metadata.annotations, fared, hash);
  if (Object.keys(annotations).length === 0) return;
  await annotate(setting, annotations, signal);
}

async function annotate(
  { client, namespace, name, notice }: RequestSetting,
  annotations: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const ref = { resource: rollouts, namespace, name };
    await client.patch(
      ref,
      { type: 'merge', body: { metadata: { annotations } } },
      { repeatable: true, signal },
    );
  } catch (error) {
    if (signal.aborted) return;
    const why =
      error instanceof KubeError && error.kind === 'forbidden'
        ? 'this needs the permission to patch rollouts.argoproj.io'
        : String(error);
    notice(`What this run did is not noted on the Rollout: ${why}.`);
  }
}
