import { hasImages } from '../images.ts';
import type { Observation } from '../observation.ts';
import { formatImages, formatPhase, formatState } from '../format.ts';
import type { Plan } from '../plan.ts';
import { type Decision, finish, whoChanged } from './decision.ts';

/**
 * Refuses a target that is not what the person meant. By `state`, it must not have moved at all since they
 * looked; by `candidate`, it must still be the same revision.
 */
export function refuseUnexpected(
  plan: Plan,
  found: Observation,
  by: 'state' | 'candidate',
): Decision | undefined {
  return refuseState(plan, found, by) ?? refuseImages(plan, found);
}

function refuseState({ expect }: Plan, found: Observation, by: 'state' | 'candidate'): Decision | undefined {
  if (expect?.kind !== 'state') return undefined;
  const state = formatState(found.guard);
  if (by === 'state' ? expect.state === state : expect.hash === found.guard.hash) return undefined;
  const given = `expect: "${expect.state}" was given`;
  const is = `the target is at "${state}": ${formatImages(found.template)}, ${formatPhase(found)}`;
  return refuse(found, `${given}, and ${is}.`, 'Look at it again; if this is what you mean, use that state.');
}

function refuseImages(plan: Plan, found: Observation): Decision | undefined {
  if (hasImages(plan, found)) return undefined;
  const wanted = plan.images.map(({ container, image }) =>
    container === undefined ? image : `${container}=${image}`,
  );
  const given = `image: "${wanted.join(' ')}" was given`;
  return refuse(found, `${given}, and the candidate is ${formatImages(found.template)}.`, '');
}

function refuse(found: Observation, what: string, next: string): Decision {
  const message = [what, whoChanged(found), 'Nothing was sent.', next]
    .filter((part) => part !== '')
    .join(' ');
  return finish('refused', 'does-not-fit', message);
}

/**
 * Whether this very step did its work in an earlier attempt of its run, on the candidate that is there: "Re-run jobs"
 * sends it again, and the gate that it was meant for is behind it.
 */
export function isRepeated({ operation, run }: Plan, { note, guard }: Observation): boolean {
  if (run === undefined || note === undefined) return false;
  const same = note.operation === operation && note.step === run.step && note.attempt < run.attempt;
  return same && note.subject.split('.')[0] === guard.hash;
}
