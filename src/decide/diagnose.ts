import type { Facts } from '../facts.ts';
import type { Observation } from '../observation.ts';
import type { Decision } from './decision.ts';

/** How long pods may take before somebody looks why: 3 s. */
const first = 3_000;

/** How long a look serves while nothing moves: 10 s. */
const again = 10_000;

/** Looks at the pods of a release that does not move, beside whatever it waits for. Pure. */
export function withDiagnosis(facts: Facts, observation: Observation, decision: Decision): Decision {
  if (decision.do !== 'wait' || !isStuck(observation) || facts.reading !== undefined) return decision;
  const { pods, movedAt, now } = facts;
  const looked = pods?.hash === observation.guard.hash && pods.at >= movedAt ? pods.at : undefined;
  const at = looked === undefined ? movedAt + first : looked + again;
  if (now >= at) return { do: 'read', what: 'pods' };
  return { do: 'wait', until: Math.min(at, decision.until ?? at) };
}

/** Pods of the candidate are missing or not ready, and nobody but they hold the release up. */
function isStuck({ current, invalid, aborting, pauses, measuring, settled, guard }: Observation): boolean {
  const standing = pauses.length > 0 || measuring || settled !== undefined;
  return current && !invalid && !aborting && !standing && guard.hash !== '';
}
