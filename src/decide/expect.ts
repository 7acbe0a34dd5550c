import { hasImages } from '../images.ts';
import { type Observation, formatImages, formatPhase, formatState } from '../model.ts';
import type { Plan } from '../plan.ts';
import { type Decision, finish } from './decision.ts';

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
  return finish(
    'refused',
    'does-not-fit',
    `expect: "${expect.state}" was given, and the target is at "${state}" (${formatPhase(found)}). Nothing was sent. Look at it again; if this is what you mean, use that state.`,
  );
}

function refuseImages(plan: Plan, found: Observation): Decision | undefined {
  if (hasImages(plan, found)) return undefined;
  const wanted = plan.images.map(({ container, image }) =>
    container === undefined ? image : `${container}=${image}`,
  );
  return finish(
    'refused',
    'does-not-fit',
    `image: "${wanted.join(' ')}" was given, and the candidate is ${formatImages(found.template)}. Nothing was sent.`,
  );
}
