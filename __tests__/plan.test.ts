import { describe, expect, it } from '@jest/globals';
import { InputError } from '../src/errors.ts';
import { longestWait, type Planned, makePlan } from '../src/plan.ts';
import { stepEnvironment } from './fixtures/action.ts';

const web = { target: 'rollout/web', image: 'nginx:2' };

function planned(inputs: Readonly<Record<string, string>>): Planned {
  return makePlan(stepEnvironment(inputs));
}

/** The error of inputs that cannot be planned. */
function mistake(inputs: Readonly<Record<string, string>>): InputError {
  try {
    planned(inputs);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('It was planned.');
}

describe('a plan', () => {
  it('of the shortest honest step has every default', () => {
    expect(planned(web)).toEqual({
      plan: {
        operation: 'deploy',
        images: [{ image: 'nginx:2' }],
        onPause: 'stop',
        onTimeout: 'abort',
        timeout: 1_800_000,
        pauseTimeout: 3_600_000,
        dryRun: false,
      },
      target: { kind: 'rollout', name: 'web' },
      unused: [],
    });
  });

  it('takes on-timeout as on-failure where it is not typed', () => {
    expect(planned({ ...web, 'on-failure': 'stop' }).plan.onTimeout).toBe('stop');
    expect(planned({ ...web, 'on-failure': 'stop', 'on-timeout': 'abort' }).plan.onTimeout).toBe('abort');
  });

  it('of a follow leaves a failed release to those who began it', () => {
    expect(planned({ target: 'rollout/web', operation: 'follow' }).plan.onTimeout).toBe('stop');
    expect(
      planned({ target: 'rollout/web', operation: 'follow', 'on-failure': 'abort' }).plan.onTimeout,
    ).toBe('abort');
  });

  it('carries what a promote is to expect', () => {
    const { plan } = planned({ target: 'rollout/web', operation: 'promote', expect: '7d9c.1.t0xk1b' });
    expect(plan.expect).toEqual({ kind: 'state', state: '7d9c.1.t0xk1b', hash: '7d9c' });
  });

  it('can be printed: it is plain data', () => {
    const { plan } = planned(web);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});

describe('what does not fit together', () => {
  it('a deploy needs an image', () => {
    expect(mistake({ target: 'rollout/web' }).mistakes).toMatchObject([{ input: 'image', given: '' }]);
  });

  it('a promote needs expect or image: it is never unguarded', () => {
    const promote = { target: 'rollout/web', operation: 'promote' };
    expect(mistake(promote).mistakes).toMatchObject([{ input: 'expect', given: '' }]);
    expect(planned({ ...promote, expect: 'any' }).plan.operation).toBe('promote');
    expect(planned({ ...promote, image: 'nginx:2' }).plan.operation).toBe('promote');
  });

  it.each(['follow', 'status', 'abort'])('a %s needs neither', (operation) => {
    expect(planned({ target: 'rollout/web', operation }).plan.images).toEqual([]);
  });

  it('an expect that is mistyped is told once, not also as missing', () => {
    const error = mistake({
      target: 'rollout/web',
      operation: 'promote',
      expect: '${{ steps.x.outputs.y }}',
    });
    expect(error.mistakes.map(({ input }) => input)).toEqual(['expect']);
  });

  it('all mistakes are told at once, those of single inputs and those between them', () => {
    const error = mistake({ target: 'web', timeout: 'soon' });
    expect(error.mistakes.map(({ input }) => input)).toEqual(['target', 'timeout', 'image']);
    expect(error.message).toContain('3 inputs are wrong');
    expect(error.message).toContain('- timeout: "soon" was given; allowed: a time above zero such as 90s');
    expect(error.parts.reason).toBe('bad-input');
  });
});

describe('an input that the operation does not use is no mistake', () => {
  it('it is named, for a notice', () => {
    const form = { ...web, expect: 'any', 'on-pause': 'wait', timeout: '5m' };
    expect(planned({ ...form, operation: 'deploy' }).unused).toEqual(['expect']);
    expect(planned({ ...form, operation: 'status' }).unused).toEqual(['on-pause', 'timeout']);
    expect(planned({ ...form, operation: 'abort' }).unused).toEqual(['on-pause']);
    expect(planned({ ...form, operation: 'promote' }).unused).toEqual([]);
    expect(planned({ ...form, operation: 'status', 'dry-run': 'true' }).unused).toContain('dry-run');
  });

  it('not where it says what is the default anyway', () => {
    const { unused } = planned({ ...web, operation: 'status', 'on-pause': 'stop', 'pause-timeout': '1h' });
    expect(unused).toEqual([]);
  });

  it('dry-run is used by follow, which may come to promote or abort', () => {
    const { plan, unused } = planned({ target: 'rollout/web', operation: 'follow', 'dry-run': 'true' });
    expect({ dryRun: plan.dryRun, unused }).toEqual({ dryRun: true, unused: [] });
  });
});

describe('how long a step may wait', () => {
  const time = { timeout: 1_800_000, pauseTimeout: 3_600_000 };

  it.each([
    ['deploy', 'stop', 1_800_000],
    ['deploy', 'promote', 1_800_000],
    ['deploy', 'wait', 5_400_000],
    ['follow', 'wait', 5_400_000],
    ['promote', 'wait', 5_400_000],
    ['abort', 'wait', 1_800_000],
    ['status', 'wait', 0],
  ] as const)('%s with on-pause: %s', (operation, onPause, expected) => {
    expect(longestWait({ operation, onPause, ...time })).toBe(expected);
  });
});
