import type { JsonPatchOperation } from '../../../kube/client.ts';
import { isHeld, isHeldByUs } from '../../../holds.ts';
import type { Observation } from '../../../observation.ts';
import { annotationPointer, heldAnnotation } from '../notes.ts';
import type { GuardedWrite } from './write.ts';

/** Holds the Rollout by `spec.paused`; a hold of a cancelled run is marked as ours with the same write. */
export const pause: GuardedWrite = {
  guard: ['uid'],
  patch: ({ held, note, observation }) => {
    // The controller puts an annotation on everything that it has observed, so the map is there.
    const marks = held && observation.revision !== undefined;
    const mark: JsonPatchOperation = { op: 'add', path: heldPointer, value: note?.run ?? 'cancelled' };
    return [{ op: 'add', path: '/spec/paused', value: true }, ...(marks ? [mark] : unmark(observation))];
  },
  effect: ({ observation: before }, now) => {
    if (now.guard.uid !== before.guard.uid) return 'moved';
    return now.current && isHeld(now) ? 'done' : 'waiting';
  },
};

/** Lifts the hold, and its mark. */
export const resume: GuardedWrite = {
  guard: ['uid'],
  patch: ({ observation }) => lift(observation),
  effect: ({ observation: before }, now) => {
    if (now.guard.uid !== before.guard.uid) return 'moved';
    return now.current && !isHeld(now) ? 'done' : 'waiting';
  },
};

const heldPointer = annotationPointer(heldAnnotation);

/** The operations that lift a hold, whoever made it; none where there is no hold. Pure. */
export function lift(observation: Observation): readonly JsonPatchOperation[] {
  if (!isHeld(observation)) return [];
  return [{ op: 'add', path: '/spec/paused', value: false }, ...unmark(observation)];
}

function unmark({ held, pauses }: Observation): readonly JsonPatchOperation[] {
  const marked = held !== undefined || isHeldByUs({ pauses });
  return marked ? [{ op: 'remove', path: heldPointer }] : [];
}

/** What a person holds is theirs to resume. */
export function liftOurs(observation: Observation): readonly JsonPatchOperation[] {
  return isHeldByUs(observation) ? lift(observation) : [];
}
