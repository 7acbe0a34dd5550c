import { asLeft } from '../ending.ts';
import type { Facts, Reading } from '../facts.ts';
import type { ContainerImage, RequestName, Revision } from '../model.ts';
import type { Ended, Reason } from '../ends.ts';
import type { Observation } from '../observation.ts';
import { formatImages, formatPhase } from '../format.ts';
import { adviceFor, putsBackAlone } from '../ownership/advice.ts';
import { describeChange } from '../ownership/describe-change.ts';
import type { Plan } from '../plan.ts';
import { requestsOf } from '../intent.ts';
import type { FailurePolicy } from '../policies.ts';
import { formatDuration } from '../support/duration.ts';
import { controllerAdvice } from './behind.ts';

/** What to do next. A wait without `until` lasts until something happens. */
export type Decision =
  | { readonly do: 'wait'; readonly until?: number }
  | { readonly do: 'read'; readonly what: Reading }
  | {
      readonly do: 'request';
      readonly request: RequestName;
      /** Why, in a sentence for the log. */
      readonly reason: string;
      /** The same in few words, for the line of the log where the lines before it have told it. */
      readonly brief?: string;
      /** The reason of the run's end, if this request brings it about. */
      readonly because: Reason;
      /** The images to set; empty but for deploy. */
      readonly images: readonly ContainerImage[];
      /** Hash of the revision to write back; only for restore. */
      readonly revision?: string;
    }
  | { readonly do: 'finish'; readonly ended: Ended; readonly reason: Reason; readonly message: string };

/** Decides one operation or one part of it. Pure. */
export type Decide = (plan: Plan, facts: Facts, observation: Observation) => Decision;

/** A decision to end the run. */
export function finish(ended: Ended, reason: Reason, message: string): Decision {
  return { do: 'finish', ended, reason, message };
}

/** A decision to send a request that carries nothing but its guard. */
export function request(name: RequestName, reason: string, because: Reason = 'requested'): Decision {
  return { do: 'request', request: name, reason, because, images: [] };
}

/** A decision to write the template of a revision back. */
export function restore(revision: string, reason: string, because: Reason): Decision {
  return { do: 'request', request: 'restore', reason, because, images: [], revision };
}

/** Another candidate took over: no policy acts on somebody else's release. */
export function superseded(observation: Observation): Decision {
  const { template, guard, owner } = observation;
  const kept = owner !== undefined && putsBackAlone(owner) ? ` ${adviceFor(owner)}` : '';
  return finish(
    'superseded',
    'by-somebody',
    `Another candidate took over: ${formatImages(template)} (${guard.hash}). ${whoChanged(observation)} It was left alone.${kept}`,
  );
}

/** Who changed the template last, and when, as a sentence. */
export function whoChanged({ changed, note }: Observation): string {
  return `The pod template was ${describeChange(changed, note)}.`;
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
    ? `There was no progress in ${formatDuration(plan.timeout)} (${formatPhase(observation)}${atStep(observation)}).`
    : `The controller did not observe the newest spec in ${formatDuration(plan.timeout)}. ${controllerAdvice}`;
  return then?.(what) ?? finish(asLeft(observation), 'timed-out', `${what} The target was left as it is.`);
}

/** Where the release stands: a step may wait for what no phase tells, such as a plugin that the controller lacks. */
function atStep({ step, steps }: Observation): string {
  const name = step && steps[step.index];
  return name === undefined ? '' : `; step ${String(step?.index)} of ${String(step?.of)}: ${name}`;
}

/** The server refused a write on this very observation: only a newer one can tell what to do. */
export function isOutdated({ fruitless }: Facts, observation: Observation): boolean {
  return fruitless?.how === 'refused' && observation.version <= fruitless.version;
}

/**
 * Where an abort has to go. In a first creation the controller calls the only revision stable while none of its pods
 * exists, and drops an abort without a word.
 */
export function wayBack({ stable, guard }: Observation): Revision | undefined {
  return stable?.hash === guard.hash ? undefined : stable;
}

/**
 * Takes a release back by an abort, or by the stable template. The controller drops an abort on top of a full promotion,
 * so the template is written there. Undefined where there is nothing to go back to.
 */
export function goBack(
  plan: Plan,
  by: 'abort' | 'rollback',
  observation: Observation,
  reason: string,
  because: Reason,
): Decision | undefined {
  const stable = wayBack(observation);
  if (stable === undefined) return undefined;
  const isDropped = observation.promotingFull && requestsOf(plan).includes('restore');
  return by === 'abort' && !isDropped
    ? request('abort', reason, because)
    : restore(stable.hash, reason, because);
}

/** What the policy says of a release that went wrong: `what` tells people, `because` becomes the reason of the end. */
export function applyPolicy(
  plan: Plan,
  policy: FailurePolicy,
  observation: Observation,
  what: string,
  because: Reason,
): Decision {
  const left = (why: string): Decision => finish(asLeft(observation), because, `${what} ${why}`);
  if (policy === 'stop') return left('The target was left as it is.');
  return (
    goBack(plan, policy, observation, what, because) ?? left('There is no other revision to go back to.')
  );
}
