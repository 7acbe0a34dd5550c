import type { Facts } from '../facts.ts';
import type { Decision } from './decision.ts';

/**
 * How long the controller may be behind the spec before people are told: 30 s. It takes milliseconds when it runs, and
 * half of this when another replica of it has to become the leader.
 */
const patience = 30_000;

/** What people are told when nobody seems to act on the spec. */
export const controllerAdvice =
  'Is it running? See: kubectl get pods -A -l app.kubernetes.io/name=argo-rollouts';

/** Whether the controller has been behind the spec for so long that people are told. Pure. */
export function isBehind({ behindSince, now }: Facts): boolean {
  return behindSince !== undefined && now >= behindSince + patience;
}

/** Wakes a wait when it is time to tell that the controller is behind. Pure. */
export function withReminder(facts: Facts, decision: Decision): Decision {
  const { behindSince } = facts;
  if (decision.do !== 'wait' || behindSince === undefined || isBehind(facts)) return decision;
  const at = behindSince + patience;
  return { do: 'wait', until: Math.min(at, decision.until ?? at) };
}
