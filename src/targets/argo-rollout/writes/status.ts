import type { JsonPatchOperation } from '../../../kube/client.ts';
import { type GuardedWrite, sameRevision } from './write.ts';

/** Takes the abort back; the controller then begins at step 0, with new analyses. */
export const retry: GuardedWrite = {
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
 * An inconclusive analysis of a step would begin again, so its step is left as the plugin leaves it.
 */
export const promote: GuardedWrite = {
  subresource: 'status',
  guard: ['uid', 'hash', 'step', 'since', 'pauses'],
  patch: ({ observation: { pauses, guard } }) => {
    const clear: JsonPatchOperation = { op: 'remove', path: '/status/pauseConditions' };
    const skips = pauses.length > 0 && pauses.every((pause) => pause.skips === true);
    if (!skips || guard.step === undefined) return [clear];
    return [
      clear,
      { op: 'add', path: '/status/controllerPause', value: false },
      { op: 'replace', path: '/status/currentStepIndex', value: guard.step + 1 },
    ];
  },
  effect: ({ observation: before }, now) => {
    if (!sameRevision(before, now) || now.aborting) return 'moved';
    const samePause = now.guard.step === before.guard.step && now.guard.since === before.guard.since;
    return samePause ? 'waiting' : 'done';
  },
};

/**
 * On top of an abort this would ship the rejected revision to everybody, and the controller takes the later of the
 * two: hence the guard on both of the abort's fields.
 */
export const promoteFull: GuardedWrite = {
  subresource: 'status',
  guard: ['uid', 'hash', 'stable', 'abort', 'abortedAt'],
  patch: () => [{ op: 'add', path: '/status/promoteFull', value: true }],
  effect: ({ observation: before }, now, answered) => {
    if (!sameRevision(before, now) || now.aborting) return 'moved';
    if (now.guard.stable === now.guard.hash) return 'done';
    if (now.promotingFull) return now.pauses.some(({ kind }) => kind !== 'manual') ? 'waiting' : 'done';
    return now.version > answered ? 'ignored' : 'waiting';
  },
};

/**
 * An abort that reaches the controller before it observed the candidate, after the promotion, or after a full
 * promotion was asked for, is dropped without a word (https://github.com/argoproj/argo-rollouts/issues/4461):
 * hence the guard, and `ignored` when the wish is gone and nothing was aborted.
 */
export const abort: GuardedWrite = {
  subresource: 'status',
  guard: ['uid', 'hash', 'stable', 'promoteFull'],
  patch: () => [{ op: 'add', path: '/status/abort', value: true }],
  effect: ({ observation: before }, now, answered) => {
    if (!sameRevision(before, now)) return 'moved';
    if (now.aborted !== undefined) return 'done';
    return !now.aborting && now.version > answered ? 'ignored' : 'waiting';
  },
};
