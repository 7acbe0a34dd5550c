import { isDeepStrictEqual } from 'node:util';
import type { JsonPatchOperation, KubeClient } from '../../kube/client.ts';
import { KubeError } from '../../kube/kube-error.ts';
import { rollouts } from '../../kube/resources.ts';
import type { Effect, Guard, Observation, Pending, RequestName } from '../../model.ts';
import type { Answer, Request, RequestOrder } from '../target.ts';
import { imagePointer, sameImages } from './images.ts';
import { observeGuard } from './observe.ts';

/** What makes one kind of request: the write, the guard in it, and the test of its effect. Pure. */
interface GuardedWrite {
  /** Absent for the main resource, which ignores `status` as `/status` ignores `spec`. */
  readonly subresource?: 'status';
  /** The parts of the guard that the write depends on. */
  readonly guard: readonly (keyof Guard)[];
  patch(order: RequestOrder): readonly JsonPatchOperation[];
  effect(order: RequestOrder, now: Observation, answered: number): Effect;
}

const patience = 30_000;

/** The guard's fields in the object, for the server's own tests. */
const pointers: Readonly<Record<keyof Guard, string>> = {
  uid: '/metadata/uid',
  generation: '/metadata/generation',
  hash: '/status/currentPodHash',
  step: '/status/currentStepIndex',
  stable: '/status/stableRS',
  abort: '/status/abort',
  since: '/status/pauseConditions/0/startTime',
  pauses: '/status/pauseConditions',
};

/**
 * The generation stands for the whole spec, so an edit of somebody else in between refuses ours. Whether the
 * cluster began with it is told by the hash: observedGeneration is written first.
 */
const deploy: GuardedWrite = {
  guard: ['uid', 'generation'],
  patch: ({ observation: { template }, images }) =>
    images.map((image) => ({ op: 'replace', path: imagePointer(template, image), value: image.image })),
  effect: ({ observation: before, images }, now, answered) => {
    if (now.guard.uid !== before.guard.uid) return 'moved';
    const wanted = images.every((image) => now.template.some((other) => sameImages([image], [other])));
    if (!wanted) {
      // Whether ours came before theirs or not at all, theirs is the later wish.
      const theirs = !sameImages(now.template, before.template);
      return theirs || now.version >= answered ? 'moved' : 'waiting';
    }
    return now.current && now.guard.hash !== before.guard.hash ? 'done' : 'waiting';
  },
};

/** Takes the abort back; the controller then begins at step 0, with new analyses. */
const retry: GuardedWrite = {
  subresource: 'status',
  guard: ['uid', 'hash', 'abort'],
  patch: () => [{ op: 'replace', path: '/status/abort', value: false }],
  effect: ({ observation: before }, now) => {
    if (!sameRevision(before, now)) return 'moved';
    return now.aborting ? 'waiting' : 'done';
  },
};

/**
 * The plugin's promote passes two pauses when it is sent twice; the pause's own start time in the guard lets
 * one of any number of promotes through (https://github.com/argoproj/argo-rollouts/issues/2929 is the like).
 */
const promote: GuardedWrite = {
  subresource: 'status',
  guard: ['uid', 'hash', 'step', 'since', 'pauses'],
  patch: () => [{ op: 'remove', path: '/status/pauseConditions' }],
  effect: ({ observation: before }, now) => {
    if (!sameRevision(before, now) || now.aborting) return 'moved';
    const samePause = now.guard.step === before.guard.step && now.guard.since === before.guard.since;
    return samePause ? 'waiting' : 'done';
  },
};

/**
 * An abort that reaches the controller before it observed the candidate, or after the promotion, is dropped
 * without a word (https://github.com/argoproj/argo-rollouts/issues/4461): hence the hashes in the guard, and
 * `ignored` when the wish is gone and nothing was aborted.
 */
const abort: GuardedWrite = {
  subresource: 'status',
  guard: ['uid', 'hash', 'stable'],
  patch: () => [{ op: 'add', path: '/status/abort', value: true }],
  effect: ({ observation: before }, now, answered) => {
    if (!sameRevision(before, now)) return 'moved';
    if (now.aborted !== undefined) return 'done';
    return !now.aborting && now.version > answered ? 'ignored' : 'waiting';
  },
};

function sameRevision(before: Observation, now: Observation): boolean {
  return now.guard.uid === before.guard.uid && now.guard.hash === before.guard.hash;
}

/** The requests that a Rollout understands, each one guarded JSON Patch that is sent once. */
export function rolloutRequests(
  client: KubeClient,
  namespace: string,
  name: string,
): Readonly<Record<RequestName, Request>> {
  const send =
    (plan: GuardedWrite): Request =>
    (order) =>
      sendGuarded(client, { namespace, name }, plan, order);
  return { deploy: send(deploy), retry: send(retry), promote: send(promote), abort: send(abort) };
}

async function sendGuarded(
  client: KubeClient,
  place: { readonly namespace: string; readonly name: string },
  plan: GuardedWrite,
  order: RequestOrder,
): Promise<Answer> {
  const { guard } = order.observation;
  const ref = { resource: rollouts, ...place };
  const tests = plan.guard
    .filter((field) => guard[field] !== undefined)
    .map((field): JsonPatchOperation => ({ op: 'test', path: pointers[field], value: guard[field] }));
  try {
    const answer = await client.patch(
      ref,
      { type: 'json', body: [...tests, ...plan.patch(order)] },
      {
        ...(plan.subresource && { subresource: plan.subresource }),
        fieldValidation: 'Strict',
        dryRun: order.dryRun,
        repeatable: false,
        signal: order.signal,
      },
    );
    return accepted(plan, order, Number(answer.metadata.resourceVersion));
  } catch (error) {
    if (!(error instanceof KubeError)) throw error;
    // Only the cluster knows whether it arrived: the effect is looked for, and the guard makes a second try safe.
    if (error.kind === 'answer-lost') return accepted(plan, order, Number.POSITIVE_INFINITY);
    if (error.kind !== 'invalid' && error.kind !== 'conflict') throw error;
    // A failed test and a refused value are the same 422 to the server; the object tells them apart.
    const now = observeGuard(await client.get(ref, { signal: order.signal }));
    if (plan.guard.every((field) => isDeepStrictEqual(now[field], guard[field]))) throw error;
    return { kind: 'moved' };
  }
}

function accepted(plan: GuardedWrite, order: RequestOrder, answered: number): Answer {
  const pending: Pending = { patience, effect: (now) => plan.effect(order, now, answered) };
  return { kind: 'accepted', pending };
}
