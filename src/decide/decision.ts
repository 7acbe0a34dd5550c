import { asLeft } from '../ending.ts';
import type { Facts } from '../facts.ts';
import {
  type ContainerImage,
  type Ended,
  type Observation,
  type Reason,
  type RequestName,
  formatImages,
  formatPhase,
} from '../model.ts';
import type { Plan } from '../plan.ts';
import type { FailurePolicy } from '../policies.ts';
import { formatDuration } from '../support/duration.ts';

/** What to do next. A wait without `until` lasts until something happens. */
export type Decision =
  | { readonly do: 'wait'; readonly until?: number }
  | {
      readonly do: 'request';
      readonly request: RequestName;
      /** Why, in a sentence for the log. */
      readonly reason: string;
      /** The images to set; empty but for deploy. */
      readonly images: readonly ContainerImage[];
    }
  | { readonly do: 'finish'; readonly ended: Ended; readonly reason: Reason; readonly message: string };

/** Decides one operation or one part of it. Pure. */
export type Decide = (plan: Plan, facts: Facts, observation: Observation) => Decision;

/** A decision to end the run. */
export function finish(ended: Ended, reason: Reason, message: string): Decision {
  return { do: 'finish', ended, reason, message };
}

/** A decision to send a request that carries nothing but its guard. */
export function request(name: RequestName, reason: string): Decision {
  return { do: 'request', request: name, reason, images: [] };
}

/** Another candidate took over: no policy acts on somebody else's release. */
export function superseded({ template, guard }: Observation): Decision {
  return finish(
    'superseded',
    'by-somebody',
    `Another candidate took over: ${formatImages(template)} (${guard.hash}). It was left alone.`,
  );
}

/** Waits for progress, and when there is none in time, decides by `then`, or ends the run as the target is. */
export function awaitProgress(
  plan: Plan,
  { movedAt, now }: Facts,
  observation: Observation,
  then?: (what: string) => Decision,
): Decision {
  const until = movedAt + plan.timeout;
  if (now < until) return { do: 'wait', until };
  const what = observation.current
    ? `There was no progress in ${formatDuration(plan.timeout)} (${formatPhase(observation)}).`
    : `The controller did not observe the newest spec in ${formatDuration(plan.timeout)}. Is it running?`;
  return then?.(what) ?? finish(asLeft(observation), 'timed-out', `${what} The target was left as it is.`);
}

/**
 * Whether an abort has somewhere to go. In a first creation the controller calls the only revision stable while
 * none of its pods exists, and drops an abort without a word.
 */
export function hasWayBack({ stable, guard }: Observation): boolean {
  return stable !== undefined && stable.hash !== guard.hash;
}

/** What the policy says when time is up. */
export function applyPolicy(policy: FailurePolicy, observation: Observation, what: string): Decision {
  switch (policy) {
    case 'stop':
      return finish(asLeft(observation), 'timed-out', `${what} The target was left as it is.`);
    case 'abort':
      return hasWayBack(observation)
        ? request('abort', what)
        : finish(asLeft(observation), 'timed-out', `${what} There is no other revision to go back to.`);
  }
}
