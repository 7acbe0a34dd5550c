import { describe, expect, it } from '@jest/globals';
import { decide } from '../src/decide.ts';
import type { Decision } from '../src/decide/decision.ts';
import type { Facts } from '../src/facts.ts';
import { type Plan, requestsOf } from '../src/plan.ts';
import { Draw } from './fixtures/chance.ts';

interface Drawn {
  readonly plan: Plan;
  readonly facts: Facts;
  readonly decision: Decision;
}

/** Facts that nobody thought of, and what is decided on them; the same ones in every run. */
const drawn: readonly Drawn[] = Array.from({ length: 25_000 }, (_, seed) => {
  const draw = new Draw(seed);
  const [plan, facts] = [draw.plan(), draw.facts()];
  return { plan, facts, decision: decide(plan, facts) };
});

const requests = drawn.filter(({ decision }) => decision.do === 'request');

/** The cases of a kind in which something is requested; fails when the kind itself never came up. */
function requestsWhere(is: (one: Drawn) => boolean): readonly Drawn[] {
  expect(drawn.filter(is).length).toBeGreaterThan(500);
  return requests.filter(is);
}

function asks(name: string): (one: Drawn) => boolean {
  return ({ decision }) => decision.do === 'request' && decision.request === name;
}

describe('whatever the facts', () => {
  it('every request is decided on somewhere, or the promises below were empty', () => {
    for (const name of ['deploy', 'retry', 'promote', 'abort']) {
      expect(requests.filter(asks(name)).length).toBeGreaterThan(20);
    }
  });

  it('nothing is requested on a status that is behind the spec', () => {
    expect(requestsWhere(({ facts }) => facts.observation?.current === false)).toEqual([]);
  });

  it('nothing is requested while a request is open', () => {
    expect(requestsWhere(({ facts }) => facts.request !== undefined)).toEqual([]);
  });

  it('nothing is requested before it is known to be allowed', () => {
    expect(requestsWhere(({ facts }) => !facts.allowed)).toEqual([]);
  });

  it('nothing is requested that the plan was not asked permission for', () => {
    const strange = requests.filter(
      ({ plan, decision }) => decision.do === 'request' && !requestsOf(plan).includes(decision.request),
    );
    expect(strange).toEqual([]);
  });

  it('nothing is requested while the API server is out of reach', () => {
    expect(requestsWhere(({ facts }) => facts.lost !== undefined)).toEqual([]);
  });

  it('nothing is requested before anything was seen', () => {
    expect(requestsWhere(({ facts }) => facts.observation === undefined)).toEqual([]);
  });

  it('deploy and follow promote only under on-pause: promote', () => {
    const others = requestsWhere(
      ({ plan }) => plan.onPause !== 'promote' && ['deploy', 'follow'].includes(plan.operation),
    );
    expect(others.filter(asks('promote'))).toEqual([]);
  });

  it('a promote is requested only where a gate is, and neither a hold nor a judgment', () => {
    const kinds = requests
      .filter(asks('promote'))
      .map(({ facts }) => [...new Set(facts.observation?.pauses.map(({ kind }) => kind))]);
    expect(kinds.filter((one) => !one.includes('gate'))).toEqual([]);
    expect(kinds.filter((one) => one.includes('manual') || one.includes('inconclusive'))).toEqual([]);
  });

  it('a dry run asks the server once', () => {
    expect(requestsWhere(({ plan, facts }) => plan.dryRun && facts.checked !== undefined)).toEqual([]);
  });

  it('status requests nothing', () => {
    expect(requestsWhere(({ plan }) => plan.operation === 'status')).toEqual([]);
  });

  it('only deploy sets an image or takes an abort back', () => {
    const others = requestsWhere(({ plan }) => plan.operation !== 'deploy');
    expect(others.filter((one) => asks('deploy')(one) || asks('retry')(one))).toEqual([]);
  });

  it('nothing is requested of another candidate than the one that is followed', () => {
    const others = requestsWhere(
      ({ facts: { ours, observation } }) =>
        ours !== undefined &&
        observation?.current === true &&
        !observation.invalid &&
        observation.guard.hash !== ours,
    );
    expect(others).toEqual([]);
  });

  it('an invalid spec gets no request but the abort that a person asked for', () => {
    const others = requestsWhere(({ facts }) => facts.observation?.invalid === true);
    expect(others.filter(({ plan }) => plan.operation !== 'abort')).toEqual([]);
  });

  it('a target that was created again gets no request', () => {
    const other = requestsWhere(
      ({ facts: { found, observation } }) =>
        found !== undefined && observation !== undefined && found.guard.uid !== observation.guard.uid,
    );
    expect(other).toEqual([]);
  });

  it('on-timeout: stop requests no abort but that of operation: abort', () => {
    const others = requestsWhere(({ plan }) => plan.onTimeout === 'stop' && plan.operation !== 'abort');
    expect(others.filter(asks('abort'))).toEqual([]);
  });

  it('a first creation is not aborted', () => {
    const first = requestsWhere(({ facts }) => facts.observation !== undefined && !facts.observation.stable);
    expect(first.filter(asks('abort'))).toEqual([]);
  });

  it('every end has a message', () => {
    const ends = drawn.filter(({ decision }) => decision.do === 'finish');
    expect(ends.filter(({ decision }) => decision.do === 'finish' && decision.message === '')).toEqual([]);
    expect(ends.length).toBeGreaterThan(500);
  });

  it('the same facts make the same decision, and are not changed', () => {
    for (const { plan, facts, decision } of drawn.slice(0, 5_000)) {
      const before = JSON.stringify(facts);
      expect(decide(plan, facts)).toEqual(decision);
      expect(JSON.stringify(facts)).toBe(before);
    }
  });

  it('a wait ends in the future', () => {
    const past = drawn.filter(
      ({ facts, decision }) =>
        decision.do === 'wait' && decision.until !== undefined && decision.until <= facts.now,
    );
    expect(past).toHaveLength(0);
  });
});
