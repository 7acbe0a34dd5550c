import { describe, expect, it } from '@jest/globals';
import { InputError } from '../src/errors.ts';
import { type Intent, isFollowing, longestWait, requestsOf } from '../src/intent.ts';
import { type Planned, makePlan } from '../src/plan.ts';
import { type Operation, operations } from '../src/model.ts';
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
        onFailure: 'abort',
        onInconclusive: 'stop',
        onTimeout: 'abort',
        onCancel: 'stop',
        onBusy: 'supersede',
        timeout: 1_800_000,
        pauseTimeout: 3_600_000,
        rollbackSteps: false,
        failFast: true,
        dryRun: false,
        cancelled: false,
      },
      target: { kind: 'rollout', name: 'web' },
      unused: [],
      notices: [],
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

  it('of a rollback leaves it, too, where it goes wrong: an abort would go forward to what was left', () => {
    const rollback = { target: 'rollout/web', operation: 'rollback' };
    expect(planned(rollback).plan).toMatchObject({ onFailure: 'stop', onTimeout: 'stop' });
    expect(planned({ ...rollback, 'on-failure': 'abort' }).plan.onFailure).toBe('abort');
    expect(planned({ target: 'rollout/web', operation: 'restart' }).plan.onFailure).toBe('abort');
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

describe('a plan with the newer inputs', () => {
  it('carries the policies, each by itself', () => {
    const typed = { 'on-failure': 'rollback', 'on-inconclusive': 'abort', 'on-cancel': 'pause' };
    expect(planned({ ...web, ...typed }).plan).toMatchObject({
      onFailure: 'rollback',
      onInconclusive: 'abort',
      onTimeout: 'rollback',
      onCancel: 'pause',
    });
  });

  it('carries the revision that a rollback is to go to, only where one is typed', () => {
    const rollback = { target: 'rollout/web', operation: 'rollback' };
    expect(planned({ ...rollback, revision: '3', 'rollback-steps': 'true' }).plan).toMatchObject({
      revision: 3,
      rollbackSteps: true,
    });
    expect('revision' in planned(rollback).plan).toBe(false);
  });

  it('names the workflow run, where there is one', () => {
    const env = {
      ...stepEnvironment(web),
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/web',
      GITHUB_RUN_ID: '7',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_JOB: 'ship',
      GITHUB_ACTION: 'deploy',
      GITHUB_SHA: 'c0ffee',
      GITHUB_ACTOR: 'jane',
    };
    expect(makePlan(env).plan.run).toEqual({
      url: 'https://github.com/acme/web/actions/runs/7',
      step: '7/ship/deploy',
      attempt: 2,
      commit: 'c0ffee',
      actor: 'jane',
    });
    expect(makePlan({ ...env, GITHUB_RUN_ATTEMPT: '' }).plan.run?.attempt).toBe(1);
    expect('run' in planned(web).plan).toBe(false);
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

  it('a full promotion needs them, too', () => {
    const full = { target: 'rollout/web', operation: 'promote-full' };
    expect(mistake(full).mistakes).toMatchObject([{ input: 'expect', given: '' }]);
    expect(planned({ ...full, expect: 'any' }).plan.operation).toBe('promote-full');
  });

  it.each(['follow', 'status', 'abort', 'retry', 'rollback', 'restart', 'pause', 'resume'])(
    'a %s needs neither',
    (operation) => {
      expect(planned({ target: 'rollout/web', operation }).plan.images).toEqual([]);
    },
  );

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

/** Checks of one metric, measured then. */
function checksOf(when: string): string {
  const ends = when === 'background' ? '' : '  count: 3\n';
  return `- name: error-rate\n  when: ${when}\n  interval: 30s\n${ends}  provider: { web: { url: http://web } }\n`;
}

describe('the checks of a plan', () => {
  it.each(['deploy', 'follow', 'promote', 'promote-full', 'retry'])('are measured by %s', (operation) => {
    const { plan, unused } = planned({ ...web, operation, expect: 'any', checks: checksOf('background') });
    expect(plan.checks?.checks.map(({ name }) => name)).toEqual(['error-rate']);
    expect(unused).not.toContain('checks');
  });

  it.each(['status', 'abort', 'rollback', 'restart', 'pause', 'resume'])(
    'are left aside by %s, right or wrong: it need not have their file',
    (operation) => {
      const given = { ...web, operation, args: 'a=$NOT_SET' };
      for (const checks of [checksOf('pause'), checksOf('healthy'), 'deploy/checks.yaml', '- name: [']) {
        const { plan, unused } = planned({ ...given, checks });
        expect('checks' in plan).toBe(false);
        expect(unused.filter((input) => input === 'checks' || input === 'args')).toEqual(['checks', 'args']);
      }
    },
  );

  it('at gates are skipped by a full promotion, which says so', () => {
    const full = { target: 'rollout/web', operation: 'promote-full', expect: 'any' };
    const both = checksOf('pause') + checksOf('background').replace('error-rate', 'latency');
    const { plan, notices } = planned({ ...full, checks: both });
    expect(plan.checks?.checks.map(({ name }) => name)).toEqual(['latency']);
    expect(notices).toEqual([
      'operation: promote-full skips the gates, so that these checks are not measured: error-rate.',
    ]);
    expect('checks' in planned({ ...full, checks: checksOf('pause') }).plan).toBe(false);
    expect(planned({ ...full, checks: checksOf('background') }).notices).toEqual([]);
  });

  it('in the background hold a release whose run is cancelled, unless on-cancel says otherwise', () => {
    const cancelled = (inputs: Readonly<Record<string, string>>): string =>
      planned({ ...web, checks: checksOf('background'), ...inputs }).plan.onCancel;
    expect(cancelled({})).toBe('pause');
    expect(cancelled({ 'on-cancel': 'stop' })).toBe('stop');
    expect(cancelled({ 'on-cancel': 'abort' })).toBe('abort');
    expect(cancelled({ checks: checksOf('pause') })).toBe('stop');
    expect(cancelled({ checks: '' })).toBe('stop');
  });

  it('in the background guard nothing where a failure would touch nothing', () => {
    const guarded = { ...web, checks: checksOf('background') };
    expect(planned({ ...guarded, 'on-failure': 'stop' }).plan.onCancel).toBe('stop');
    expect(planned({ ...guarded, operation: 'follow' }).plan.onCancel).toBe('stop');
    expect(planned({ ...guarded, operation: 'follow', 'on-failure': 'abort' }).plan.onCancel).toBe('pause');
  });

  it('once it is Healthy need policies that can act then', () => {
    const healthy = { ...web, checks: checksOf('healthy') };
    const rule =
      'allowed: rollback or stop. The check error-rate is measured when: healthy, and a complete release cannot be aborted.';
    expect(mistake(healthy).message).toContain(`- on-failure: nothing was given; ${rule}`);
    expect(mistake({ ...healthy, 'on-failure': 'abort' }).message).toContain(
      `- on-failure: "abort" was given; ${rule}`,
    );
    expect(
      mistake({ ...healthy, 'on-failure': 'stop', 'on-inconclusive': 'abort' }).mistakes.map(
        ({ input }) => input,
      ),
    ).toEqual(['on-inconclusive']);
    for (const policy of ['rollback', 'stop'])
      expect(planned({ ...healthy, 'on-failure': policy }).plan.onFailure).toBe(policy);
    expect(planned({ ...healthy, operation: 'follow' }).plan.onFailure).toBe('stop');
    expect(planned({ ...healthy, operation: 'abort' }).plan.onFailure).toBe('abort');
  });

  it('are named by the place of every mistake, with those of other inputs', () => {
    const error = mistake({ ...web, checks: '- name: a\n- name: b\n', args: 'x', timeout: 'soon' });
    expect(error.mistakes.map(({ input }) => input)).toEqual(['checks', 'checks', 'args', 'timeout']);
    expect(error.message).toMatch(/^3 inputs are wrong, in 4 places:\n- checks: line 1, column 3: a has no/);
    expect(error.parts.next).toContain('or the file that it names');
  });

  it('keep the spaces of their first line: without them they are another YAML', () => {
    const checks = checksOf('pause').replaceAll(/^(?=.)/gm, '  ');
    expect(planned({ ...web, checks }).plan.checks?.checks[0]?.place).toBe('line 1, column 5');
  });

  it('are what args are for: alone they are named in a notice', () => {
    expect(planned({ ...web, args: 'a=b' }).notices).toEqual(['The input args is not used without checks.']);
    expect(planned({ ...web, operation: 'status', args: 'a=b' })).toMatchObject({
      unused: ['args'],
      notices: [],
    });
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

describe('what a plan may come to send', () => {
  const calm: Intent = {
    operation: 'deploy',
    onPause: 'stop',
    onFailure: 'stop',
    onInconclusive: 'stop',
    onTimeout: 'stop',
    onCancel: 'stop',
    rollbackSteps: false,
  };

  /** What each operation sends by itself, whatever the policies say. */
  const own: Readonly<Record<Operation, readonly string[]>> = {
    deploy: ['deploy', 'retry', 'resume', 'restore'],
    follow: [],
    status: [],
    promote: ['promote', 'resume'],
    'promote-full': ['promote-full', 'resume'],
    abort: ['abort', 'restore', 'resume'],
    retry: ['retry'],
    rollback: ['restore', 'resume', 'promote-full'],
    restart: ['restart'],
    pause: ['pause'],
    resume: ['resume'],
  };

  it.each(operations)('operation: %s', (operation) => {
    expect(requestsOf({ ...calm, operation })).toEqual(own[operation]);
  });

  it('by a policy is what the policy says', () => {
    const follow: Intent = { ...calm, operation: 'follow' };
    expect(requestsOf({ ...follow, onPause: 'promote' })).toEqual(['promote']);
    expect(requestsOf({ ...follow, onFailure: 'abort' })).toEqual(['abort', 'resume']);
    expect(requestsOf({ ...follow, onInconclusive: 'rollback' })).toEqual(['restore', 'resume']);
    expect(requestsOf({ ...follow, onTimeout: 'abort', onFailure: 'rollback' })).toEqual([
      'abort',
      'resume',
      'restore',
    ]);
    expect(requestsOf({ ...follow, onCancel: 'pause' })).toEqual(['pause']);
  });

  it('by on-cancel: abort may be a way back: on top of a full promotion an abort is dropped', () => {
    expect(requestsOf({ ...calm, operation: 'promote-full', onCancel: 'abort' })).toEqual([
      ...own['promote-full'],
      'abort',
      'restore',
    ]);
  });

  it('by a rollback that takes the steps is no full promotion', () => {
    expect(requestsOf({ ...calm, operation: 'rollback', rollbackSteps: true })).toEqual([
      'restore',
      'resume',
    ]);
  });

  it('is never more for an operation that does not follow: no policy acts in it', () => {
    const busy: Intent = {
      ...calm,
      onPause: 'promote',
      onFailure: 'abort',
      onTimeout: 'rollback',
      onCancel: 'pause',
    };
    const others = operations.filter((operation) => !isFollowing(operation));
    expect(others).toEqual(['status', 'abort', 'pause', 'resume']);
    for (const operation of others) expect(requestsOf({ ...busy, operation })).toEqual(own[operation]);
  });

  it('by checks of a complete release is all that a way back takes, where a policy leads back', () => {
    const of = (intent: Partial<Intent>): readonly string[] => {
      const { checks } = planned({ ...web, checks: checksOf('healthy'), 'on-failure': 'stop' }).plan;
      return requestsOf({ ...calm, ...(checks && { checks }), ...intent });
    };
    const back = [...own.deploy, 'promote-full'];
    expect(of({ onFailure: 'rollback' })).toEqual(back);
    expect(of({ onInconclusive: 'rollback' })).toEqual(back);
    expect(of({})).toEqual(own.deploy);
    expect(of({ onFailure: 'rollback', rollbackSteps: true })).toEqual(own.deploy);
    expect(of({ operation: 'follow', onFailure: 'rollback' })).toEqual(['restore', 'resume', 'promote-full']);
    expect(requestsOf({ ...calm, onFailure: 'rollback' })).toEqual(own.deploy);
  });

  it('names each request once', () => {
    for (const operation of operations) {
      const all = requestsOf({
        ...calm,
        operation,
        onPause: 'promote',
        onFailure: 'rollback',
        onCancel: 'abort',
      });
      expect(new Set(all).size).toBe(all.length);
    }
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
    ['retry', 'wait', 5_400_000],
    ['rollback', 'stop', 1_800_000],
    ['pause', 'wait', 1_800_000],
    ['resume', 'wait', 1_800_000],
    ['status', 'wait', 0],
  ] as const)('%s with on-pause: %s', (operation, onPause, expected) => {
    expect(longestWait({ operation, onPause, ...time })).toBe(expected);
  });
});
