import { asLeft } from '../ending.ts';
import { formatPhase } from '../format.ts';
import { type Decide, finish } from './decision.ts';
import { refuseUnexpected } from './expect.ts';

/** How long the controller may be behind the spec before `status` tells what it sees: 10 s. */
const patience = 10_000;

/** Reads the target once; a status that is behind the spec is waited for, but not for long. */
export const decideStatus: Decide = (plan, { startedAt, now }, observation) => {
  const until = startedAt + patience;
  if (!observation.current && now < until) return { do: 'wait', until };
  const unexpected = refuseUnexpected(plan, observation, 'candidate');
  if (unexpected !== undefined) return unexpected;
  const late = observation.current ? '' : ' The controller has not observed the newest spec yet.';
  return finish(asLeft(observation), 'read', `${formatPhase(observation)}.${late}`);
};
