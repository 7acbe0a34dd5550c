import { asLeft } from '../ending.ts';
import type { Facts } from '../facts.ts';
import type { Observation } from '../observation.ts';
import type { Plan } from '../plan.ts';
import { type Decide, type Decision, awaitProgress, finish, request } from './decision.ts';
import { refuseUnexpected } from './expect.ts';
import { decideRelease } from './release.ts';

/** How often the pods are looked at while the last of them is replaced: 1 s. */
const look = 1_000;

/** Replaces the pods; where the template is in a workload that is a release of its own, which is followed. */
export const decideRestart: Decide = (plan, facts, observation) => {
  const { found, effected } = facts;
  if (found === undefined) return awaitProgress(plan, facts, observation);
  if (effected.length > 0) {
    return observation.workload === undefined
      ? decideReplaced(plan, facts, observation)
      : decideRelease({ ...plan, images: [] }, facts, observation);
  }
  const unexpected = refuseUnexpected(plan, found, 'candidate');
  if (unexpected !== undefined) return unexpected;
  if (!observation.current || observation.invalid) return decideRelease(plan, facts, observation);
  return request('restart', 'operation: restart');
};

/**
 * The controller calls a restart done, and the Rollout Healthy, when it has deleted the last old pod: its successor is
 * then not there yet. Only the pods' own number and age tell.
 */
function decideReplaced(plan: Plan, facts: Facts, observation: Observation): Decision {
  const { restart, replicas, guard } = observation;
  if (guard.hash !== facts.ours || restart === undefined) return decideRelease(plan, facts, observation);
  if (!observation.current || !restart.done) return awaitProgress(plan, facts, observation);
  const none = replicas.desired === 0 && replicas.current === 0;
  if (none) return finish(asLeft(observation), 'requested', 'There is no pod to replace (replicas: 0).');
  const { pods, now } = facts;
  const fresh = pods !== undefined && pods.version === observation.version;
  const live = fresh ? pods.live : undefined;
  const allNew = live !== undefined && Date.parse(live.oldest) >= Date.parse(restart.at);
  const allThere = live !== undefined && live.count >= live.wanted;
  if (allNew && allThere && replicas.available >= replicas.desired) {
    return finish(asLeft(observation), 'requested', 'Every pod was replaced.');
  }
  if (facts.reading !== undefined) return awaitProgress(plan, facts, observation);
  if (!fresh || now >= pods.at + look) {
    return fresh && pods.notices.length > 0
      ? finish(asLeft(observation), 'requested', 'The controller says that every pod was replaced.')
      : { do: 'read', what: 'pods' };
  }
  return { do: 'wait', until: pods.at + look };
}
