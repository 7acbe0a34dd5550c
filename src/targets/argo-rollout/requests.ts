import { isDeepStrictEqual } from 'node:util';
import { ActionableError } from '../../errors.ts';
import type { JsonPatchOperation, KubeClient } from '../../kube/client.ts';
import { KubeError } from '../../kube/kube-error.ts';
import { type KubeObject, type ObjectRef, rollouts } from '../../kube/resources.ts';
import type { Guard, Pending } from '../../observation.ts';
import type { RequestName } from '../../model.ts';
import type { Answer, Request, RequestOrder } from '../target.ts';
import { leaveNote, noteOperations } from './noting.ts';
import { observeGuard } from './observe.ts';
import { readReplicaSet } from './replica-set.ts';
import { templateOf } from './restore.ts';
import type { RawRollout, RawTemplate } from './rollout.ts';
import { workloadResource } from './workload.ts';
import type { GuardedWrite } from './writes/write.ts';
import { writes } from './writes/index.ts';

/** How long the controller may take to show an effect. */
const patience = 30_000;

/** The guard's fields in the object, for the server's own tests. */
const pointers: Readonly<Record<keyof Guard, string>> = {
  uid: '/metadata/uid',
  generation: '/metadata/generation',
  hash: '/status/currentPodHash',
  step: '/status/currentStepIndex',
  stable: '/status/stableRS',
  abort: '/status/abort',
  abortedAt: '/status/abortedAt',
  promoteFull: '/status/promoteFull',
  since: '/status/pauseConditions/0/startTime',
  pauses: '/status/pauseConditions',
};

/** Fields whose absence is tested too: the server takes a test for null as one for absent. */
const absentCounts: ReadonlySet<keyof Guard> = new Set(['abort', 'abortedAt', 'promoteFull']);

/** What requests to one Rollout are made with. */
export interface RequestSetting {
  readonly client: KubeClient;
  readonly namespace: string;
  readonly name: string;
  readonly notice: (text: string) => void;
  /** The Rollout as it was last seen. */
  readonly latest: { readonly rollout?: RawRollout };
}

/** The requests that a Rollout understands, each one guarded JSON Patch that is sent once. */
export function rolloutRequests(setting: RequestSetting): Readonly<Record<RequestName, Request>> {
  const entries = Object.entries(writes).map(([name, write]): [string, Request] => [
    name,
    (order) => sendGuarded(setting, write, order),
  ]);
  return Object.fromEntries(entries) as Record<RequestName, Request>;
}

async function sendGuarded(
  setting: RequestSetting,
  write: GuardedWrite,
  order: RequestOrder,
): Promise<Answer> {
  const template = order.revision === undefined ? undefined : await readRevision(setting, order);
  const place = placeOf(setting, write, order);
  try {
    const answer = await setting.client.patch(
      place.ref,
      { type: 'json', body: [...place.tests, ...write.patch(order, template), ...place.notes] },
      {
        ...(write.subresource && { subresource: write.subresource }),
        fieldValidation: 'Strict',
        dryRun: order.dryRun,
        repeatable: false,
        signal: order.signal,
      },
    );
    if (place.notes.length === 0) await leaveNote(setting, order);
    // The versions of two objects cannot be compared.
    const version = place.isRollout ? Number(answer.metadata.resourceVersion) : Number.POSITIVE_INFINITY;
    return accepted(write, order, version);
  } catch (error) {
    if (!(error instanceof KubeError)) throw error;
    // Only the cluster knows whether it arrived: the effect is looked for, and the guard makes a second try safe.
    if (error.kind === 'answer-lost') return accepted(write, order, Number.POSITIVE_INFINITY);
    if (error.kind !== 'invalid' && error.kind !== 'conflict') throw error;
    // A failed test and a refused value are the same 422 to the server; the object tells them apart.
    const now = await setting.client.get(place.ref, { signal: order.signal });
    if (place.fits(now)) throw error;
    return { kind: 'moved' };
  }
}

/** Where a write goes, and what the server has to find there. */
interface Place {
  readonly ref: ObjectRef;
  readonly isRollout: boolean;
  readonly tests: readonly JsonPatchOperation[];
  /** What the run notes with the same write; empty where that cannot take annotations. */
  readonly notes: readonly JsonPatchOperation[];
  /** Whether the object, as it is now, would have passed the tests. */
  fits(now: KubeObject): boolean;
}

function placeOf(
  { namespace, name }: RequestSetting,
  { guard, toTemplate, subresource }: GuardedWrite,
  { observation, note }: RequestOrder,
): Place {
  const { guard: values, workload } = observation;
  const resource = workload && workloadResource(workload.kind);
  if (toTemplate === true && workload !== undefined && resource !== undefined) {
    const { uid, generation } = workload;
    return {
      ref: { resource, namespace, name: workload.name },
      isRollout: false,
      notes: [],
      tests: [
        { op: 'test', path: pointers.uid, value: uid },
        { op: 'test', path: pointers.generation, value: generation },
      ],
      fits: ({ metadata }) => metadata.uid === uid && metadata.generation === generation,
    };
  }
  const fields = guard.filter((field) => values[field] !== undefined || absentCounts.has(field));
  return {
    ref: { resource: rollouts, namespace, name },
    isRollout: true,
    notes: subresource === undefined && note !== undefined ? noteOperations(observation, note) : [],
    tests: fields.map((field) => ({ op: 'test', path: pointers[field], value: values[field] ?? null })),
    fits: (now) => {
      const is = observeGuard(now);
      return fields.every((field) => isDeepStrictEqual(is[field], values[field]));
    },
  };
}

async function readRevision(
  { client, namespace, name }: RequestSetting,
  { revision = '', signal }: RequestOrder,
): Promise<RawTemplate> {
  const set = await readReplicaSet(client, { namespace, name, hash: revision }, signal);
  if (set !== undefined) return templateOf(set);
  throw new ActionableError({
    what: `The ReplicaSet of revision ${revision} is gone, so there is no template to go back to.`,
    next: 'deploy an image that is known to work. Nothing was changed.',
    reason: 'not-found',
  });
}

function accepted(write: GuardedWrite, order: RequestOrder, answered: number): Answer {
  const pending: Pending = { patience, effect: (now) => write.effect(order, now, answered) };
  return { kind: 'accepted', pending };
}
