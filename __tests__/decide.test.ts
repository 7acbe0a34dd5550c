import { describe, expect, it } from '@jest/globals';
import { decide } from '../src/decide.ts';
import type { Facts } from '../src/facts.ts';
import type { Observation } from '../src/observation.ts';
import type { RequestName } from '../src/model.ts';
import type { Plan } from '../src/plan.ts';
import { requestsOf } from '../src/intent.ts';
import { Draw } from './fixtures/chance.ts';
import { phrase } from './fixtures/runs.ts';

interface Drawn {
  readonly seed: number;
  readonly plan: Plan;
  readonly facts: Facts;
  readonly decision: ReturnType<typeof decide>;
}

/** Facts that nobody thought of, and what is decided on them; the same ones in every run. */
const drawn: readonly Drawn[] = Array.from({ length: 25_000 }, (_, seed) => {
  const draw = new Draw(seed);
  const plan = draw.plan();
  const facts = draw.facts(plan);
  return { seed, plan, facts, decision: decide(plan, facts) };
});

const requests = drawn.filter(({ decision }) => decision.do === 'request');

type Is = (one: Drawn) => boolean;

/** The requests in the cases of a kind, each in a phrase; fails when the kind itself never came up. */
function requestsWhere(is: Is, also: Is = () => true): readonly string[] {
  expect(drawn.filter(is).length).toBeGreaterThan(500);
  return requests
    .filter((one) => is(one) && also(one))
    .map(({ seed, plan, decision }) => `${String(seed)}: ${plan.operation}: ${phrase(decision)}`);
}

const asks =
  (...names: readonly RequestName[]): Is =>
  ({ decision }) =>
    decision.do === 'request' && names.includes(decision.request);

const not =
  (is: Is): Is =>
  (one) =>
    !is(one);

/** Cases in which the newest observation is such. */
const sees =
  (is: (observation: Observation, facts: Facts) => boolean): Is =>
  ({ facts }) =>
    facts.observation !== undefined && is(facts.observation, facts);

const does =
  (...operations: readonly Plan['operation'][]): Is =>
  ({ plan }) =>
    operations.includes(plan.operation);

/** A run that was cancelled does what `on-cancel` says, and nothing else. */
const cancelled: Is = ({ facts }) => facts.stopped !== undefined;

/** Nobody asked for anything but that the release be followed. */
const isPolicy: Is = ({ plan }) => !['promote', 'promote-full', 'abort', 'rollback'].includes(plan.operation);

/**
 * Under a hold nothing comes of an abort that the controller has written, nor of a template in a workload: it is lifted
 * behind what a person or a policy has asked for, never for the abort of somebody else.
 */
const isGoingBack: Is = ({ plan, facts: { observation, effected } }) => {
  const asked = (name: RequestName): boolean => effected.some((one) => one.name === name);
  const aborted = observation?.aborted !== undefined && observation.settled === undefined;
  const isOurs = plan.operation === 'abort' || asked('abort');
  return (aborted && isOurs) || (observation?.workload !== undefined && asked('restore'));
};

const hasPause =
  (...kinds: readonly string[]) =>
  ({ pauses }: Observation): boolean =>
    pauses.some(({ kind }) => kinds.includes(kind));

describe('whatever the facts', () => {
  it('every request is decided on somewhere, or the promises below were empty', () => {
    const names: readonly RequestName[] = [
      ...(['deploy', 'retry', 'promote', 'promote-full', 'abort', 'restore'] as const),
      ...(['restart', 'pause', 'resume'] as const),
    ];
    expect(names.filter((name) => requests.filter(asks(name)).length <= 20)).toEqual([]);
  });

  it('nothing is requested on a status that is behind the spec', () => {
    expect(requestsWhere(sees(({ current }) => !current))).toEqual([]);
  });

  it('nothing is requested while a request is open', () => {
    expect(requestsWhere(({ facts }) => facts.request !== undefined)).toEqual([]);
  });

  it('nothing is requested before it is known to be allowed', () => {
    expect(requestsWhere(({ facts }) => !facts.allowed)).toEqual([]);
  });

  it('nothing is requested that the plan was not asked permission for', () => {
    const strange: Is = ({ plan, decision }) =>
      decision.do === 'request' && !requestsOf(plan).includes(decision.request);
    expect(requestsWhere(() => true, strange)).toEqual([]);
  });

  it('nothing is requested while the API server is out of reach', () => {
    expect(requestsWhere(({ facts }) => facts.lost !== undefined)).toEqual([]);
  });

  it('nothing is requested before anything was seen', () => {
    expect(requestsWhere(({ facts }) => facts.observation === undefined)).toEqual([]);
  });

  it('nothing is requested again on the very observation on which the server refused a request', () => {
    const refused = sees(
      ({ version }, { fruitless }) => fruitless?.how === 'refused' && version <= fruitless.version,
    );
    expect(requestsWhere(refused, not(cancelled))).toEqual([]);
  });

  it('a dry run asks the server once', () => {
    expect(requestsWhere(({ plan, facts }) => plan.dryRun && facts.checked !== undefined)).toEqual([]);
  });

  it('status requests nothing', () => {
    expect(requestsWhere(does('status'))).toEqual([]);
  });

  it('a target that was created again gets no request', () => {
    const other = sees(({ guard }, { found }) => found !== undefined && found.guard.uid !== guard.uid);
    expect(requestsWhere(other)).toEqual([]);
  });

  it('an invalid spec gets no request but a hold, which is part of it', () => {
    const others = requestsWhere(
      sees(({ invalid }) => invalid),
      not(asks('pause', 'resume')),
    );
    expect(others).toEqual([]);
  });

  it('only deploy sets an image, and only deploy and retry take an abort back', () => {
    expect(requestsWhere(not(does('deploy')), asks('deploy'))).toEqual([]);
    expect(requestsWhere(not(does('deploy', 'retry')), asks('retry'))).toEqual([]);
  });

  it('pods are replaced only by operation: restart', () => {
    expect(requestsWhere(not(does('restart')), asks('restart'))).toEqual([]);
  });

  it('the same facts make the same decision, and are not changed', () => {
    for (const { plan, facts, decision } of drawn.slice(0, 5_000)) {
      const before = JSON.stringify(facts);
      expect(decide(plan, facts)).toEqual(decision);
      expect(JSON.stringify(facts)).toBe(before);
    }
  });

  it('every end has a message', () => {
    const ends = drawn.filter(({ decision }) => decision.do === 'finish');
    expect(ends.filter(({ decision }) => decision.do === 'finish' && decision.message === '')).toEqual([]);
    expect(ends.length).toBeGreaterThan(500);
  });

  it('a wait ends in the future', () => {
    const past = drawn.filter(
      ({ facts, decision }) =>
        decision.do === 'wait' && decision.until !== undefined && decision.until <= facts.now,
    );
    expect(past.map(({ seed, plan }) => `${String(seed)}: ${plan.operation}`)).toEqual([]);
  });

  it('nothing is read twice at a time', () => {
    const reading = drawn.filter(({ facts }) => facts.reading !== undefined);
    expect(reading.filter(({ decision }) => decision.do === 'read')).toEqual([]);
    expect(drawn.filter(({ decision }) => decision.do === 'read').length).toBeGreaterThan(50);
  });
});

describe('whatever the facts, a release is promoted', () => {
  const promotes = asks('promote', 'promote-full');

  it('by deploy, follow, retry and restart only under on-pause: promote, and never in full', () => {
    const followers = does('deploy', 'follow', 'retry', 'restart');
    expect(requestsWhere((one) => followers(one) && one.plan.onPause !== 'promote', promotes)).toEqual([]);
    expect(requestsWhere(followers, asks('promote-full'))).toEqual([]);
  });

  it('never on top of an abort', () => {
    const aborts = sees(({ aborted, aborting }) => aborted !== undefined || aborting);
    expect(requestsWhere(aborts, promotes)).toEqual([]);
  });

  it('never while an analysis of its gate runs, or has proved nothing', () => {
    const unsure = sees(({ measuring, unproven }) => measuring || unproven !== undefined);
    expect(requestsWhere(unsure, asks('promote'))).toEqual(
      requestsWhere(unsure, (one) => asks('promote')(one) && sees(hasPause('inconclusive'))(one)),
    );
  });

  it('step by step only where it stands at a gate, and nobody holds it', () => {
    const nowhere = sees((seen) => !hasPause('gate', 'inconclusive')(seen));
    expect(requestsWhere(nowhere, asks('promote'))).toEqual([]);
    const held = sees((seen) => hasPause('manual')(seen) && !hasPause('inconclusive')(seen));
    expect(requestsWhere(held, asks('promote'))).toEqual([]);
  });

  it('past a judgment only by operation: promote, never by a policy', () => {
    expect(requestsWhere(sees(hasPause('inconclusive')), (one) => isPolicy(one) && promotes(one))).toEqual(
      [],
    );
  });

  it('in full only where a person typed it, or to skip the steps of a way back', () => {
    const others = requestsWhere(not(does('promote-full')), asks('promote-full'));
    const back = requestsWhere(
      (one) => does('rollback', 'abort', 'deploy')(one) || one.facts.effected.length > 0,
      (one) => asks('promote-full')(one) && !does('promote-full')(one),
    );
    expect(others).toEqual(back);
  });
});

describe('whatever the facts, a release goes back', () => {
  const goesBack = asks('abort', 'restore');
  const policies = not(does('abort', 'rollback'));

  it('only by a policy that says so, or because a person typed it', () => {
    const stops: Is = ({ plan: { onFailure, onInconclusive, onTimeout } }) =>
      [onFailure, onInconclusive, onTimeout].every((policy) => policy === 'stop');
    const untyped: Is = (one) => policies(one) && !does('deploy')(one) && stops(one) && !cancelled(one);
    expect(requestsWhere(untyped, goesBack)).toEqual([]);
  });

  it('never where there is no other revision', () => {
    expect(
      requestsWhere(
        sees(({ stable }) => stable === undefined),
        goesBack,
      ),
    ).toEqual([]);
  });

  it('to the stable revision, unless operation: rollback chose another', () => {
    const elsewhere: Is = ({ decision, facts }) =>
      decision.do === 'request' &&
      decision.request === 'restore' &&
      decision.revision !== facts.observation?.stable?.hash;
    expect(requestsWhere(not(does('rollback')), elsewhere)).toEqual([]);
  });

  it('with the hash of a revision, and no other request has one', () => {
    const has: Is = ({ decision }) => decision.do === 'request' && decision.revision !== undefined;
    expect(requestsWhere(() => true, not(has))).toEqual(requestsWhere(() => true, not(asks('restore'))));
  });
});

describe('whatever the facts, what belongs to others is left alone', () => {
  it('nothing is requested of another candidate than the one that is followed, but a hold or a restart', () => {
    const others = sees(
      ({ current, invalid, guard }, { ours }) =>
        ours !== undefined && current && !invalid && guard.hash !== ours,
    );
    expect(requestsWhere(others, not(does('restart', 'pause', 'resume')))).toEqual([]);
  });

  it('a cancelled run asks nothing of a release that is not its own, or is over', () => {
    const done = sees(
      ({ guard, settled, aborted }, { ours, stopped }) =>
        stopped !== undefined && (guard.hash !== ours || settled !== undefined || aborted !== undefined),
    );
    expect(requestsWhere(done)).toEqual([]);
  });

  it('a cancelled run asks only what on-cancel says', () => {
    const says: Readonly<Record<Plan['onCancel'], readonly RequestName[]>> = {
      stop: [],
      pause: ['pause'],
      abort: ['abort', 'restore'],
      rollback: ['restore'],
    };
    expect(requestsWhere(cancelled, (one) => !asks(...says[one.plan.onCancel])(one))).toEqual([]);
  });

  it('a hold is lifted only to promote, to resume, or for a deploy where a cancelled run of ours made it', () => {
    const ours = sees(({ pauses }) => pauses.some((held) => held.kind === 'manual' && held.ours === true));
    const lifts: Is = (one) => asks('resume')(one) && !(does('deploy')(one) && ours(one));
    const others = requestsWhere(not(does('promote', 'promote-full', 'resume')), lifts);
    expect(others).toEqual(requestsWhere(isGoingBack, lifts));
  });
});
