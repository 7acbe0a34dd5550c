import { asLeft } from '../ending.ts';
import type { Facts } from '../facts.ts';
import { hasImages } from '../images.ts';
import { formatState, type Observation, type Pause } from '../model.ts';
import type { Plan } from '../plan.ts';
import { formatDuration } from '../support/duration.ts';
import {
  type Decide,
  type Decision,
  applyPolicy,
  awaitProgress,
  finish,
  request,
  superseded,
} from './decision.ts';

/** How long a spec may be invalid before the run ends: a Service that is applied beside it mends it in seconds. */
const invalidGrace = 60_000;

/**
 * What to do with a release that is under way, by its phase and the policies.
 *
 * A Degraded phase without an abort is no end: ProgressDeadlineExceeded goes away by itself as soon as pods
 * become ready (https://github.com/argoproj/argo-rollouts/issues/1225).
 */
export const decideRelease: Decide = (plan, facts, observation) => {
  if (isSuperseded(plan, facts, observation)) return superseded(observation);
  if (observation.invalid) return decideInvalid(plan, facts, observation);
  if (!observation.current) return awaitProgress(plan, facts, observation);
  if (observation.aborted !== undefined) return decideAborted(plan, facts, observation);
  // Somebody's abort is on its way, or is being taken back: nothing is asked on top of it.
  if (observation.aborting) return awaitProgress(plan, facts, observation);
  if (observation.settled === 'healthy') return finish('healthy', 'completed', 'The release is complete.');
  if (facts.fruitless?.name === 'abort' && facts.fruitless.how === 'ignored') {
    return finish(asLeft(observation), 'ignored', 'The controller dropped our abort without acting on it.');
  }
  if (facts.effected.at(-1)?.name === 'abort') return awaitProgress(plan, facts, observation);
  if (observation.pauses.length > 0) return decidePause(plan, facts, observation);
  if (observation.measuring) return { do: 'wait' };
  return awaitProgress(plan, facts, observation, (what) => applyPolicy(plan.onTimeout, observation, what));
};

function isSuperseded(plan: Plan, { ours }: Facts, observation: Observation): boolean {
  if (ours === undefined) return false;
  if (plan.images.length > 0 && !hasImages(plan, observation)) return true;
  return observation.current && !observation.invalid && observation.guard.hash !== ours;
}

function decideInvalid(plan: Plan, { invalidSince, now }: Facts, observation: Observation): Decision {
  const until = (invalidSince ?? now) + Math.min(invalidGrace, plan.timeout);
  if (now < until) return { do: 'wait', until };
  const why =
    'The controller does nothing until that is mended; a request sent now would act later, so none was sent.';
  return finish('degraded', 'invalid-spec', `${observation.message} ${why}`);
}

function decideAborted(plan: Plan, facts: Facts, observation: Observation): Decision {
  if (observation.settled !== 'aborted') return awaitProgress(plan, facts, observation);
  const ours = facts.effected.findLast(({ name }) => name === 'abort');
  const back = 'Traffic is back on the stable revision.';
  if (ours !== undefined)
    return finish('aborted', 'timed-out', `${ours.reason} The release was aborted. ${back}`);
  const { by, cause } = observation.aborted ?? { by: 'person', cause: '' };
  return by === 'controller'
    ? finish('aborted', 'by-controller', `The controller aborted the release: ${cause}. ${back}`)
    : finish('aborted', 'by-somebody', `Somebody aborted the release. ${back}`);
}

/** Of several pauses the one that must not be passed decides: judgment, then a person's hold, then the gate. */
function decidePause(plan: Plan, facts: Facts, observation: Observation): Decision {
  const order = ['inconclusive', 'manual', 'gate', 'timed'] as const;
  const kind = order.find((one) => observation.pauses.some((pause) => pause.kind === one)) ?? 'timed';
  return byPause[kind](plan, facts, observation);
}

const byPause: Readonly<Record<Pause['kind'], Decide>> = {
  inconclusive: (_, __, { message }) =>
    finish('paused', 'inconclusive', `An analysis was inconclusive (${message}); a person has to judge it.`),
  manual: (plan, facts, observation) =>
    plan.onPause === 'stop'
      ? finish(
          'paused',
          'held-by-person',
          'Somebody holds the target (spec.paused): nothing moves until they resume it.',
        )
      : awaitSomebody(plan, facts, observation),
  gate: decideGate,
  timed: awaitController,
};

function decideGate(plan: Plan, facts: Facts, observation: Observation): Decision {
  const { step } = observation;
  const at = step === undefined ? '' : ` at step ${String(step.index)} of ${String(step.of)}`;
  switch (plan.onPause) {
    case 'stop':
      return finish(
        'paused',
        'gate',
        `The release is paused${at}. To go on: operation: promote with expect: ${formatState(observation.guard)}; to go back: operation: abort.`,
      );
    case 'promote':
      return request(
        'promote',
        `the gate${at} (${plan.operation === 'promote' ? 'operation' : 'on-pause'}: promote)`,
      );
    case 'wait':
      return awaitSomebody(plan, facts, observation);
  }
}

function awaitSomebody(plan: Plan, facts: Facts, observation: Observation): Decision {
  const until = (facts.pausedSince ?? facts.now) + plan.pauseTimeout;
  if (facts.now < until) return { do: 'wait', until };
  return applyPolicy(
    plan.onTimeout,
    observation,
    `Nobody passed the pause in ${formatDuration(plan.pauseTimeout)}.`,
  );
}

/** A timed pause is the controller's to end, and never shortened; but it has to end it. */
function awaitController(plan: Plan, facts: Facts, observation: Observation): Decision {
  const timed = observation.pauses.find(({ kind }) => kind === 'timed');
  // A length that this action cannot read is the controller's secret.
  if (timed?.until === undefined || timed.since === undefined) return { do: 'wait' };
  const duration = timed.until - Date.parse(timed.since);
  const until = (facts.pausedSince ?? facts.now) + duration + plan.timeout;
  if (facts.now < until) return { do: 'wait', until };
  const late = formatDuration(plan.timeout);
  return applyPolicy(
    plan.onTimeout,
    observation,
    `The controller has not ended a timed pause ${late} after its time.`,
  );
}
